package dev.helium.engine.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.Output;
import dev.helium.engine.project.ConfigText;
import dev.helium.engine.secret.PassphraseSecrets;
import dev.helium.engine.state.UpdateHistory;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** What was done to a stack. */
final class HistoryCommand {
  private static final String DEFAULT_PAGE_SIZE = "10";

  private final Workspace workspace;
  private final Output output;

  HistoryCommand(Workspace workspace, Output output) {
    this.workspace = workspace;
    this.output = output;
  }

  void show(CommandLine line) {
    if (!line.has("--json")) {
      throw EngineException.unsupported("stack history without --json");
    }
    var stack = workspace.stack(line);
    var size = number("--page-size", line.value("--page-size").orElse(DEFAULT_PAGE_SIZE));
    var page = number("--page", line.value("--page").orElse("1"));
    var secrets =
        line.has("--show-secrets")
            ? Optional.of(workspace.secrets(stack))
            : Optional.<PassphraseSecrets>empty();
    var array = JsonNodeFactory.instance.arrayNode();
    new UpdateHistory(workspace.state(), stack)
        .read(size, page)
        .forEach(entry -> array.add(shown(entry, secrets)));
    output.result(Printed.json(array));
  }

  private static ObjectNode shown(ObjectNode entry, Optional<PassphraseSecrets> secrets) {
    var shown =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", entry.path("version").asInt())
            .put("kind", entry.path("kind").asText())
            .put("startTime", time(entry, "startTime"))
            .put("message", entry.path("message").asText());
    shown.set("environment", entry.path("environment"));
    shown.set("config", config(entry, secrets));
    shown.put("result", entry.path("result").asText());
    shown.put("endTime", time(entry, "endTime"));
    var changes = shown.putObject("resourceChanges");
    entry
        .path("resourceChanges")
        .properties()
        .forEach(change -> changes.set(change.getKey(), change.getValue()));
    return shown;
  }

  private static ObjectNode config(ObjectNode entry, Optional<PassphraseSecrets> secrets) {
    var sorted = new TreeMap<String, ObjectNode>();
    entry
        .path("config")
        .properties()
        .forEach(
            field -> {
              var value = ConfigText.of(field.getValue());
              sorted.put(
                  field.getKey(),
                  !value.isSecret()
                      ? ConfigValues.shown(value, false)
                      : secrets
                          .map(opened -> ConfigValues.shownIfReadable(value, opened))
                          .orElseGet(ConfigValues::hidden));
            });
    var config = JsonNodeFactory.instance.objectNode();
    sorted.forEach(config::set);
    return config;
  }

  private static int number(String flag, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException invalid) {
      throw new EngineException(FailureClass.INVALID, flag + " takes a number", invalid);
    }
  }

  private static String time(ObjectNode entry, String name) {
    return Printed.time(Instant.ofEpochSecond(entry.path(name).asLong()));
  }
}
