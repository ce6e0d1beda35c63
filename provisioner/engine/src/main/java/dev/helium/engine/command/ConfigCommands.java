package dev.helium.engine.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.Output;
import dev.helium.engine.project.ConfigEntry;
import dev.helium.engine.project.StackSettings;
import dev.helium.engine.state.StackReference;
import java.util.ArrayList;
import java.util.List;

/** A stack's configuration, kept in its settings file. */
final class ConfigCommands {
  private final Workspace workspace;
  private final Output output;

  ConfigCommands(Workspace workspace, Output output) {
    this.workspace = workspace;
    this.output = output;
  }

  void get(CommandLine line) {
    var stack = workspace.stack(line);
    var key = workspace.settings(stack).qualified(line.word("key"));
    var entry = workspace.settings(stack).entries().get(key);
    if (entry == null) {
      throw new EngineException(
          FailureClass.INVALID,
          "configuration key '" + key + "' not found for stack '" + stack.stack() + "'");
    }
    output.line(json(stack, entry, true).toString());
  }

  void list(CommandLine line) {
    var stack = workspace.stack(line);
    var all = JsonNodeFactory.instance.objectNode();
    workspace
        .settings(stack)
        .entries()
        .forEach((key, entry) -> all.set(key, json(stack, entry, line.has("--show-secrets"))));
    output.line(all.toString());
  }

  void set(CommandLine line) {
    if (line.words().size() != 2) {
      throw new EngineException(FailureClass.INVALID, "config set takes a key and a value");
    }
    var stack = workspace.stack(line);
    var settings = saltedSettings(stack);
    set(stack, settings, line.words().get(0), line.words().get(1), line.has("--secret"));
    settings.save();
  }

  /** Takes {@code --secret key=value} and {@code --plaintext key=value} in their order. */
  void setAll(List<String> arguments) {
    var rest = new ArrayList<String>();
    var pairs = new ArrayList<List<String>>();
    for (int index = 0; index < arguments.size(); index++) {
      var argument = arguments.get(index);
      if (argument.equals("--secret") || argument.equals("--plaintext")) {
        index++;
        pairs.add(List.of(argument, arguments.get(index)));
      } else {
        rest.add(argument);
      }
    }
    var line = CommandLine.parse("config set-all", rest, EngineCommands.PLAIN);
    var stack = workspace.stack(line);
    var settings = saltedSettings(stack);
    for (var pair : pairs) {
      var equals = pair.getLast().indexOf('=');
      if (equals < 1) {
        throw new EngineException(FailureClass.INVALID, "config set-all takes key=value pairs");
      }
      set(
          stack,
          settings,
          pair.getLast().substring(0, equals),
          pair.getLast().substring(equals + 1),
          pair.getFirst().equals("--secret"));
    }
    settings.save();
  }

  void remove(CommandLine line) {
    var settings = workspace.settings(workspace.stack(line));
    line.words().forEach(settings::remove);
    settings.save();
  }

  private StackSettings saltedSettings(StackReference stack) {
    var settings = workspace.settings(stack);
    if (settings.salt().isEmpty()) {
      settings.salt(workspace.secrets(stack).state());
    }
    return settings;
  }

  private void set(
      StackReference stack, StackSettings settings, String key, String value, boolean secret) {
    var stored = secret ? workspace.secrets(stack).encrypt(value) : value;
    settings.set(key, new ConfigEntry(stored, secret));
  }

  private ObjectNode json(StackReference stack, ConfigEntry entry, boolean showSecrets) {
    var node = JsonNodeFactory.instance.objectNode();
    if (!entry.secret()) {
      node.put("value", entry.value());
    } else if (showSecrets) {
      node.put("value", workspace.secrets(stack).decrypt(entry.value()));
    }
    return node.put("secret", entry.secret());
  }
}
