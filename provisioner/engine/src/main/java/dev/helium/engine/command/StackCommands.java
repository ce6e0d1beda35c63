package dev.helium.engine.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.Output;
import dev.helium.engine.property.PlainValues;
import dev.helium.engine.property.PropertyJson;
import dev.helium.engine.property.PropertyJson.Secrets;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.run.EngineIdentity;
import dev.helium.engine.secret.CachingSecretCodec;
import dev.helium.engine.state.Deployment;
import dev.helium.engine.state.DeploymentJson;
import dev.helium.engine.state.ResourceState;
import dev.helium.engine.state.StackLock;
import dev.helium.engine.state.StackReference;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.TreeMap;

/** Stacks as such: made, chosen, listed, shown and removed. */
final class StackCommands {
  private final Workspace workspace;
  private final Output output;
  private final InstantSource clock;

  StackCommands(Workspace workspace, Output output, InstantSource clock) {
    this.workspace = workspace;
    this.output = output;
    this.clock = clock;
  }

  void create(CommandLine line) {
    var provider = line.value("--secrets-provider").orElse("passphrase");
    if (!"passphrase".equals(provider) && !"default".equals(provider)) {
      throw EngineException.unsupported("the secrets provider " + provider);
    }
    var stack = workspace.reference(line.word("stack"));
    var state = workspace.state();
    try (var _ = StackLock.acquire(state.locks(stack), clock)) {
      var file = state.checkpoint(stack);
      if (Files.exists(file.path())) {
        throw new EngineException(
            FailureClass.STACK_EXISTS, "stack '" + stack.stack() + "' already exists");
      }
      var secrets = workspace.secrets(stack);
      file.write(stack, documents(stack).write(Deployment.empty(secrets.state()), clock.instant()));
    }
    workspace.selection().write(stack);
    output.line("Created stack '" + stack.stack() + "'");
  }

  void select(CommandLine line) {
    var stack =
        line.value("--stack")
            .map(workspace::reference)
            .orElseGet(() -> workspace.reference(line.word("stack")));
    workspace.requireExists(stack);
    workspace.selection().write(stack);
  }

  void remove(CommandLine line) {
    var stack =
        line.words().isEmpty() ? workspace.stack(line) : workspace.reference(line.word("stack"));
    workspace.requireExists(stack);
    var state = workspace.state();
    try (var _ = StackLock.acquire(state.locks(stack), clock)) {
      var left = resources(stack);
      if (left > 0 && !line.has("--force")) {
        throw new EngineException(
            FailureClass.STACK_NOT_EMPTY,
            "'" + stack.stack() + "' still has resources; removal rejected");
      }
      state.remove(stack);
    }
    workspace.settings(stack).delete();
    workspace.selection().forget(stack);
    output.line("Stack '" + stack.stack() + "' has been removed!");
  }

  void list() {
    var current = workspace.selection().read();
    var array = JsonNodeFactory.instance.arrayNode();
    var state = workspace.state();
    for (var stack : state.stacks(workspace.project().name())) {
      array
          .addObject()
          .put("name", stack.stack())
          .put("current", current.filter(stack::equals).isPresent())
          .put("updateInProgress", StackLock.isHeld(state.locks(stack)))
          .put("resourceCount", resources(stack));
    }
    output.line(array.toPrettyString());
  }

  void outputs(CommandLine line) {
    var stack = workspace.stack(line);
    var outputs =
        read(stack).resources().stream()
            .filter(resource -> resource.type().equals("pulumi:pulumi:Stack"))
            .findFirst()
            .map(ResourceState::outputs)
            .orElse(ObjectValue.empty());
    var shown = line.has("--show-secrets") ? SecretMarks.reveal(outputs) : masked(outputs);
    output.line(new PropertyJson(null, Secrets.SHOWN).write(shown).toPrettyString());
  }

  void export(CommandLine line) {
    var stack = workspace.stack(line);
    var document = JsonNodeFactory.instance.objectNode().put("version", DeploymentJson.VERSION);
    var deployment = read(stack);
    var secrets = line.has("--show-secrets") ? Secrets.SHOWN : Secrets.ENCRYPTED;
    document.set("deployment", documents(stack, secrets).write(deployment, clock.instant()));
    output.line(document.toPrettyString());
  }

  private Deployment read(StackReference stack) {
    var file = workspace.state().checkpoint(stack);
    try {
      return documents(stack).read(document(stack));
    } catch (IllegalArgumentException foreign) {
      throw file.unreadable(foreign.getMessage(), foreign);
    }
  }

  private JsonNode document(StackReference stack) {
    return workspace
        .state()
        .checkpoint(stack)
        .read()
        .orElseThrow(
            () ->
                new EngineException(
                    FailureClass.STACK_NOT_FOUND, "no stack named '" + stack.stack() + "' found"));
  }

  private int resources(StackReference stack) {
    return document(stack).path("resources").size();
  }

  private DeploymentJson documents(StackReference stack) {
    return documents(stack, Secrets.ENCRYPTED);
  }

  private DeploymentJson documents(StackReference stack, Secrets shown) {
    var codec = new CachingSecretCodec(workspace.secrets(stack));
    return new DeploymentJson(new PropertyJson(codec, shown), EngineIdentity.VERSION);
  }

  private static ObjectValue masked(ObjectValue outputs) {
    var shown = new TreeMap<String, PropertyValue>();
    outputs
        .fields()
        .forEach(
            (name, value) ->
                shown.put(
                    name,
                    value instanceof SecretValue || SecretMarks.anyIn(value)
                        ? new TextValue(PlainValues.MASK)
                        : value));
    return new ObjectValue(shown);
  }
}
