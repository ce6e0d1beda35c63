package dev.helium.engine.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.Output;
import dev.helium.engine.state.StackReference;
import dev.helium.engine.state.StackTags;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A stack's tags. */
final class TagCommands {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-_.:]{1,40}");
  private static final int MAXIMUM_VALUE = 256;

  private final Workspace workspace;
  private final Output output;
  private final InstantSource clock;

  TagCommands(Workspace workspace, Output output, InstantSource clock) {
    this.workspace = workspace;
    this.output = output;
    this.clock = clock;
  }

  void get(CommandLine line) {
    var stack = workspace.stack(line);
    var name = line.word("tag");
    var value = tags(stack).read().get(name);
    if (value == null) {
      throw new EngineException(
          FailureClass.INVALID,
          "stack tag '" + name + "' not found for stack '" + stack.stack() + "'");
    }
    output.result(value);
  }

  void set(CommandLine line) {
    if (line.words().size() != 2) {
      throw new EngineException(FailureClass.INVALID, "stack tag set takes a name and a value");
    }
    var name = line.words().getFirst();
    var value = line.words().getLast();
    if (!NAME.matcher(name).matches()) {
      throw new EngineException(
          FailureClass.INVALID,
          "stack tag names may only contain up to 40 letters, digits, hyphens, underscores,"
              + " periods and colons");
    }
    if (value.length() > MAXIMUM_VALUE) {
      throw new EngineException(
          FailureClass.INVALID, "a stack tag has at most " + MAXIMUM_VALUE + " characters");
    }
    change(workspace.stack(line), tags -> tags.put(name, value));
  }

  void remove(CommandLine line) {
    var name = line.word("tag");
    change(workspace.stack(line), tags -> tags.remove(name));
  }

  void list(CommandLine line) {
    var tags = tags(workspace.stack(line)).read();
    if (line.has("--json")) {
      var node = JsonNodeFactory.instance.objectNode();
      tags.forEach(node::put);
      output.result(Printed.json(node));
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("NAME", "VALUE"));
    tags.forEach((name, value) -> rows.add(List.of(name, value)));
    Printed.table(rows).forEach(output::line);
  }

  private void change(StackReference stack, Consumer<SortedMap<String, String>> change) {
    var state = workspace.state();
    try (var lock = state.lockIfFenced(stack, clock)) {
      var tags = state.under(lock).tags(stack);
      var changed = tags.read();
      change.accept(changed);
      tags.write(changed);
    }
  }

  private StackTags tags(StackReference stack) {
    return workspace.state().tags(stack);
  }
}
