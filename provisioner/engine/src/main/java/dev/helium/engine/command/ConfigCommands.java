package dev.helium.engine.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.Output;
import dev.helium.engine.project.ConfigNode;
import dev.helium.engine.project.ConfigText;
import dev.helium.engine.project.StackSettings;
import dev.helium.engine.property.PlainValues;
import dev.helium.engine.state.StackReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    var settings = settings(stack);
    var values = workspace.project().config().applied(settings);
    var key = line.word("key");
    settings.values(values);
    var value =
        settings
            .get(key, line.has("--path"))
            .orElseThrow(
                () ->
                    new EngineException(
                        FailureClass.INVALID,
                        "configuration key '"
                            + key
                            + "' not found for stack '"
                            + stack.stack()
                            + "'"));
    var clear = value.isSecret() ? ConfigValues.clear(value, workspace.secrets(stack)) : value;
    output.result(
        line.has("--json")
            ? Printed.json(ConfigValues.shown(clear, value.isSecret()))
            : ConfigText.text(clear));
  }

  void list(CommandLine line) {
    var stack = workspace.stack(line);
    var values = workspace.project().config().applied(settings(stack));
    if (!line.has("--json")) {
      table(stack, values, line.has("--show-secrets"));
      return;
    }
    var all = JsonNodeFactory.instance.objectNode();
    values.forEach(
        (key, value) ->
            all.set(
                key,
                !value.isSecret()
                    ? ConfigValues.shown(value, false)
                    : line.has("--show-secrets")
                        ? ConfigValues.shown(
                            ConfigValues.clear(value, workspace.secrets(stack)), true)
                        : ConfigValues.hidden()));
    output.result(Printed.json(all));
  }

  void set(CommandLine line) {
    if (line.words().size() != 2) {
      throw new EngineException(FailureClass.INVALID, "config set takes a key and a value");
    }
    if (line.has("--secret") && line.has("--plaintext")) {
      throw new EngineException(
          FailureClass.INVALID, "config set takes one of --secret and --plaintext");
    }
    var stack = workspace.stack(line);
    var settings = settings(stack);
    var value = value(stack, settings, line.words().get(1), line.has("--secret"));
    settings.set(line.words().get(0), value, line.has("--path"));
    settings.save();
  }

  /** Takes {@code --plaintext key=value} and then {@code --secret key=value}, as the CLI does. */
  void setAll(List<String> arguments) {
    var assignments = ConfigAssignments.parse(arguments);
    var stack = workspace.stack(assignments.line());
    var settings = settings(stack);
    assignments
        .all()
        .forEach(
            given ->
                settings.set(
                    given.key(),
                    value(stack, settings, given.value(), given.secret()),
                    assignments.line().has("--path")));
    settings.save();
  }

  void remove(CommandLine line) {
    if (line.words().isEmpty()) {
      throw new EngineException(FailureClass.INVALID, "config rm takes a key");
    }
    var settings = settings(workspace.stack(line));
    line.words().forEach(key -> settings.remove(key, line.has("--path")));
    settings.save();
  }

  private StackSettings settings(StackReference stack) {
    var settings = workspace.settings(stack);
    settings.requireSupported();
    return settings;
  }

  private ConfigNode value(
      StackReference stack, StackSettings settings, String text, boolean secret) {
    if (!secret) {
      return ConfigNode.text(text);
    }
    var secrets = workspace.secrets(stack);
    settings.salt(secrets.state());
    return new ConfigNode.Ciphertext(secrets.encrypt(text));
  }

  private void table(StackReference stack, Map<String, ConfigNode> values, boolean showSecrets) {
    var own = workspace.project().name() + ":";
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("KEY", "VALUE"));
    values.forEach(
        (key, value) ->
            rows.add(
                List.of(
                    key.startsWith(own) ? key.substring(own.length()) : key,
                    shown(stack, value, showSecrets))));
    Printed.table(rows).forEach(output::line);
  }

  private String shown(StackReference stack, ConfigNode value, boolean showSecrets) {
    if (!value.isSecret()) {
      return ConfigText.text(value);
    }
    return ConfigText.text(
        value.replaceCiphertexts(
            leaf ->
                showSecrets
                    ? ConfigValues.clear(leaf, workspace.secrets(stack))
                    : ConfigNode.text(PlainValues.MASK)));
  }
}
