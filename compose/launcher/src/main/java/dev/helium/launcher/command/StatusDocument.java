package dev.helium.launcher.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.launcher.stack.ProcessStatus;
import java.util.List;
import java.util.OptionalInt;

/** What runs here, for programs. What is not known is left out. */
final class StatusDocument {
  private StatusDocument() {}

  /**
   * The document.
   *
   * @param letters that wait
   */
  static ObjectNode of(List<ProcessStatus> all, OptionalInt workspaces, OptionalInt letters) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("Healthy", !all.isEmpty() && all.stream().allMatch(ProcessStatus::healthy));
    ArrayNode processes = document.putArray("Processes");
    all.forEach(process -> add(processes.addObject(), process));
    workspaces.ifPresent(count -> document.put("Workspaces", count));
    letters.ifPresent(count -> document.put("DeadLetters", count));
    return document;
  }

  private static void add(ObjectNode entry, ProcessStatus process) {
    entry.put("Name", process.name());
    entry.put("State", process.state());
    entry.put("Healthy", process.healthy());
    if (process.process() != 0) {
      entry.put("PID", process.process());
    }
    entry.put("Address", process.address());
    process.started().ifPresent(start -> entry.put("StartedAt", start.toString()));
    process.residentKibibytes().ifPresent(size -> entry.put("ResidentKibibytes", size));
  }
}
