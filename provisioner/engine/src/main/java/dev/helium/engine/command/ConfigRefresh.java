package dev.helium.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.Output;
import dev.helium.engine.project.ConfigNode;
import dev.helium.engine.project.ConfigText;
import dev.helium.engine.state.DeploymentJson;
import dev.helium.engine.state.StackReference;
import dev.helium.engine.state.UpdateHistory;
import java.util.Optional;
import java.util.TreeMap;

/** Gives a stack the configuration and the salt of its latest update back. */
final class ConfigRefresh {
  private final Workspace workspace;
  private final Output output;

  ConfigRefresh(Workspace workspace, Output output) {
    this.workspace = workspace;
    this.output = output;
  }

  void run(CommandLine line) {
    var stack = workspace.stack(line);
    var history = new UpdateHistory(workspace.state(), stack).read(1, 1);
    if (history.isEmpty()) {
      throw new EngineException(
          FailureClass.INVALID, "getting latest configuration: no previous deployment");
    }
    var values = new TreeMap<String, ConfigNode>();
    if (history.getFirst().path("config") instanceof ObjectNode config) {
      config
          .properties()
          .forEach(field -> values.put(field.getKey(), ConfigText.of(field.getValue())));
    }
    var settings = workspace.settings(stack);
    if (!line.has("--force")) {
      settings
          .backUp()
          .ifPresent(backup -> output.line("backed up existing configuration file to " + backup));
    }
    settings.values(values);
    salt(stack).ifPresent(settings::salt);
    settings.save();
    output.line("refreshed configuration for stack '" + stack.stack() + "'");
  }

  private Optional<String> salt(StackReference stack) {
    var file = workspace.state().checkpoint(stack);
    return file.read()
        .map(document -> file.understand(document, DeploymentJson::salt))
        .filter(salt -> !salt.isEmpty());
  }
}
