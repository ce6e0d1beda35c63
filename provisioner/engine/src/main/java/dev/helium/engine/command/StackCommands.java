package dev.helium.engine.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.Output;
import dev.helium.engine.run.EngineIdentity;
import dev.helium.engine.state.Deployment;
import dev.helium.engine.state.StackDocuments;
import dev.helium.engine.state.StackReference;
import dev.helium.engine.state.StackRenaming;
import dev.helium.engine.state.UpdateHistory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Set;

/** Stacks as such: made, chosen, listed, renamed, unlocked and removed. */
final class StackCommands {
  private static final Set<String> PASSPHRASE = Set.of("passphrase", "default");
  private static final String ROOT_TYPE = "pulumi:pulumi:Stack";

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
    if (!PASSPHRASE.contains(provider)) {
      throw EngineException.unsupported("the secrets provider " + provider);
    }
    var stack = workspace.reference(line.word("stack"));
    requireThisProject(stack);
    var state = workspace.state();
    try (var lock = state.lock(stack, clock)) {
      var file = state.under(lock).checkpoint(stack);
      requireAbsent(stack);
      var secrets = workspace.secrets(stack);
      var json = new StackDocuments(file, secrets, EngineIdentity.VERSION).json();
      file.write(stack, json.write(Deployment.empty(secrets.state()), clock.instant()));
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
    try (var lock = state.lock(stack, clock)) {
      if (!line.has("--force") && hasResources(document(stack))) {
        throw new EngineException(
            FailureClass.STACK_NOT_EMPTY,
            "'" + stack.stack() + "' still has resources; removal rejected");
      }
      state.under(lock).remove(stack);
    }
    if (!line.has("--preserve-config") && isThisProject(stack)) {
      workspace.settings(stack).delete();
    }
    workspace.selection().forget(stack);
    output.line("Stack '" + stack.stack() + "' has been removed!");
  }

  void rename(CommandLine line) {
    var from = workspace.stack(line);
    var to = workspace.reference(line.word("new stack name"));
    var state = workspace.state();
    try (var lock = state.lock(from, clock);
        var otherLock = state.lock(to, clock)) {
      requireAbsent(to);
      var old = state.under(lock);
      var renamed = state.under(otherLock);
      if (document(from) instanceof ObjectNode deployment) {
        renamed.checkpoint(to).write(to, new StackRenaming(from, to).of(deployment));
      }
      old.checkpoint(from).removeKeepingBackup();
      new UpdateHistory(old, from).moveTo(new UpdateHistory(renamed, to));
      old.tags(from).moveTo(renamed.tags(to));
    }
    if (!from.stack().equals(to.stack())) {
      workspace.settings(from).moveTo(workspace.settings(to));
    }
    workspace.selection().write(to);
    output.line("Renamed " + shown(from) + " to " + shown(to));
  }

  /** Removes every lock, as the CLI does: whoever holds one is not asked. */
  void cancel(CommandLine line) {
    var stack =
        line.words().isEmpty() ? workspace.stack(line) : workspace.reference(line.word("stack"));
    workspace.requireExists(stack);
    workspace.state().unlock(stack);
    output.line("The currently running update for '" + stack.stack() + "' has been canceled!");
  }

  void list(CommandLine line) {
    if (!line.has("--json")) {
      throw EngineException.unsupported("stack ls without --json");
    }
    var current = workspace.selection().read();
    var array = JsonNodeFactory.instance.arrayNode();
    var state = workspace.state();
    var stacks = line.has("--all") ? state.stacks() : state.stacks(workspace.project().name());
    for (var stack : stacks) {
      var file = state.checkpoint(stack);
      // Another process may remove a stack meanwhile.
      file.read()
          .ifPresent(
              document ->
                  array.add(summary(stack, document, current.filter(stack::equals).isPresent())));
    }
    output.result(Printed.json(array));
  }

  private ObjectNode summary(StackReference stack, JsonNode document, boolean isCurrent) {
    var node =
        JsonNodeFactory.instance.objectNode().put("name", shown(stack)).put("current", isCurrent);
    var time = document.path("manifest").path("time").asText("");
    if (!time.isEmpty()) {
      node.put("lastUpdate", Printed.time(instant(stack, time)));
    }
    if (workspace.state().isLocked(stack)) {
      node.put("updateInProgress", true);
    }
    return node.put("resourceCount", document.path("resources").size());
  }

  private Instant instant(StackReference stack, String time) {
    try {
      return OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException invalid) {
      throw workspace.state().checkpoint(stack).unreadable("its manifest has no time", invalid);
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

  private void requireAbsent(StackReference stack) {
    if (workspace.state().checkpoint(stack).exists()) {
      throw new EngineException(
          FailureClass.STACK_EXISTS, "stack '" + stack.stack() + "' already exists");
    }
  }

  private void requireThisProject(StackReference stack) {
    if (!isThisProject(stack)) {
      throw new EngineException(
          FailureClass.INVALID,
          "provided project name \""
              + stack.project()
              + "\" doesn't match Pulumi.yaml's \""
              + workspace.project().name()
              + "\"");
    }
  }

  private boolean isThisProject(StackReference stack) {
    return stack.project().equals(workspace.project().name());
  }

  private String shown(StackReference stack) {
    return isThisProject(stack) ? stack.stack() : stack.qualified();
  }

  /** The stack's own resource, alone, is nothing that would be lost. */
  private static boolean hasResources(JsonNode document) {
    var resources = document.path("resources");
    return resources.size() > 1
        || (resources.size() == 1 && !resources.path(0).path("type").asText().equals(ROOT_TYPE));
  }
}
