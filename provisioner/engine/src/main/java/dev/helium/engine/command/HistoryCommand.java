package dev.helium.engine.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.event.Output;
import dev.helium.engine.state.UpdateHistory;
import java.time.Instant;

/** What was done to a stack. */
final class HistoryCommand {
  private static final int DEFAULT_PAGE_SIZE = 10;

  private final Workspace workspace;
  private final Output output;

  HistoryCommand(Workspace workspace, Output output) {
    this.workspace = workspace;
    this.output = output;
  }

  void show(CommandLine line) {
    var stack = workspace.stack(line);
    var size = line.value("--page-size").map(Integer::parseInt).orElse(DEFAULT_PAGE_SIZE);
    var page = line.value("--page").map(Integer::parseInt).orElse(1);
    var array = JsonNodeFactory.instance.arrayNode();
    new UpdateHistory(workspace.state(), stack)
        .read(size, page)
        .forEach(entry -> array.add(shown(entry)));
    output.line(array.toPrettyString());
  }

  private static ObjectNode shown(ObjectNode entry) {
    var shown = entry.deepCopy();
    shown.put("startTime", time(entry, "startTime")).put("endTime", time(entry, "endTime"));
    // The configuration of past updates may hold ciphertexts of an older salt.
    shown.putObject("config");
    return shown;
  }

  private static String time(ObjectNode entry, String name) {
    return Instant.ofEpochSecond(entry.path(name).asLong()).toString();
  }
}
