package dev.helium.engine.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.Output;
import dev.helium.engine.property.JsonText;
import dev.helium.engine.property.PlainValues;
import dev.helium.engine.property.PropertyJson;
import dev.helium.engine.property.PropertyJson.Secrets;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.run.EngineIdentity;
import dev.helium.engine.state.Deployment;
import dev.helium.engine.state.DeploymentJson;
import dev.helium.engine.state.ResourceState;
import dev.helium.engine.state.StackDocuments;
import dev.helium.engine.state.StackReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A stack's outputs, all or one; secrets are masked unless asked for. */
final class OutputCommand {
  private static final String MASKED = "\"" + PlainValues.MASK + "\"";

  private final Workspace workspace;
  private final Output output;

  OutputCommand(Workspace workspace, Output output) {
    this.workspace = workspace;
    this.output = output;
  }

  void show(CommandLine line) {
    var stack = workspace.stack(line);
    var deployment = line.has("--show-secrets") ? opened(stack) : masked(stack);
    var outputs = json(deployment);
    if (!line.words().isEmpty()) {
      one(line, outputs);
    } else if (line.has("--json")) {
      output.result(Printed.json(outputs));
    } else {
      table(outputs);
    }
  }

  private void one(CommandLine line, JsonNode outputs) {
    var name = line.word("output");
    if (!outputs.has(name)) {
      throw new EngineException(
          FailureClass.INVALID, "current stack does not have output property '" + name + "'");
    }
    output.result(line.has("--json") ? Printed.json(outputs.get(name)) : text(outputs.get(name)));
  }

  private void table(JsonNode outputs) {
    output.line("Current stack outputs (" + outputs.size() + "):");
    if (outputs.isEmpty()) {
      output.line("    No output values currently in this stack");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("OUTPUT", "VALUE"));
    outputs
        .properties()
        .forEach(field -> rows.add(List.of(field.getKey(), text(field.getValue()))));
    Printed.table(rows).forEach(row -> output.line("    " + row));
  }

  private Deployment opened(StackReference stack) {
    var file = workspace.state().checkpoint(stack);
    return new StackDocuments(file, workspace.secrets(stack), EngineIdentity.VERSION)
        .read()
        .orElseThrow();
  }

  private Deployment masked(StackReference stack) {
    var file = workspace.state().checkpoint(stack);
    var blind = new PropertyJson(new BlindCodec(MASKED), Secrets.SHOWN);
    var documents = new DeploymentJson(blind, EngineIdentity.VERSION);
    return file.understand(file.read().orElseThrow(), documents::read);
  }

  private static JsonNode json(Deployment deployment) {
    var outputs =
        deployment.resources().stream()
            .filter(resource -> resource.type().equals("pulumi:pulumi:Stack"))
            .filter(resource -> !resource.condition().delete())
            .findFirst()
            .map(ResourceState::outputs)
            .orElse(ObjectValue.empty());
    return new PropertyJson(new BlindCodec(MASKED), Secrets.SHOWN)
        .write(SecretMarks.reveal(outputs));
  }

  private static String text(JsonNode value) {
    return value.isTextual()
        ? value.textValue()
        : new String(JsonText.compact(value), StandardCharsets.UTF_8);
  }
}
