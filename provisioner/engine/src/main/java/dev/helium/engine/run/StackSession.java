package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.project.ConfigEntry;
import dev.helium.engine.property.PlainValues;
import dev.helium.engine.provider.ProviderPackages;
import dev.helium.engine.secret.PassphraseSecrets;
import dev.helium.engine.state.StackDocuments;
import dev.helium.engine.state.StateFolder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * A stack opened for change: its configuration in clear, its recorded state, and the parts that
 * work on it.
 */
final class StackSession {
  private final RunContext context;
  private final StackSnapshot snapshot;
  private final Map<String, ConfigEntry> configuration;
  private final ProviderRegistry providers;
  private final StepRunner steps;
  private final Targeting targeting;

  private StackSession(
      RunContext context,
      StackSnapshot snapshot,
      Map<String, ConfigEntry> configuration,
      ProviderPackages packages,
      OtherStacks otherStacks) {
    this.context = context;
    this.snapshot = snapshot;
    this.configuration = configuration;
    this.providers =
        new ProviderRegistry(
            packages,
            new BuiltinPackage(new BuiltinProvider(otherStacks, snapshot::registered)),
            urn -> context.call(urn, Duration.ZERO));
    this.steps = new StepRunner(context, snapshot);
    this.targeting = new Targeting(context.settings());
  }

  /**
   * Opens the stack; its lock must be held.
   *
   * @param configuration the stack's configuration in clear
   */
  static StackSession open(
      RunContext context,
      StateFolder folder,
      PassphraseSecrets secrets,
      Map<String, ConfigEntry> configuration,
      ProviderPackages packages,
      OtherStacks otherStacks) {
    var file = folder.checkpoint(context.stack());
    var documents = new StackDocuments(file, secrets, EngineIdentity.VERSION);
    var loaded =
        documents
            .read()
            .orElseThrow(
                () ->
                    new EngineException(
                        FailureClass.STACK_NOT_FOUND,
                        "no stack named '" + context.stack().stack() + "' found"));
    var sink =
        context.preview()
            ? StateSink.none()
            : new CheckpointWriter(
                file, context.stack(), documents.json(), context.options().clock());
    configuration.values().stream()
        .filter(ConfigEntry::secret)
        .forEach(entry -> context.redactor().learn(entry.value()));
    loaded
        .resources()
        .forEach(
            resource -> {
              context.redactor().learn(resource.inputs());
              context.redactor().learn(resource.outputs());
            });
    return new StackSession(
        context,
        new StackSnapshot(loaded, secrets.state(), sink),
        configuration,
        packages,
        otherStacks);
  }

  RunContext context() {
    return context;
  }

  StackSnapshot snapshot() {
    return snapshot;
  }

  ProviderRegistry providers() {
    return providers;
  }

  Targeting targeting() {
    return targeting;
  }

  /** The stack's outputs as people may see them. */
  Map<String, Object> maskedOutputs() {
    return snapshot
        .current(Urns.root(context.stack()))
        .map(root -> PlainValues.masked(root.outputs()))
        .orElse(Map.of());
  }

  /** The part that takes what a program registers. */
  Registrar registrar() {
    return new Registrar(
        context, snapshot, providers, steps, targeting, new DefaultProviders(configuration));
  }

  /** The part that removes resources. */
  Deletions deletions(Executor executor) {
    return new Deletions(context, snapshot, providers, steps, targeting, executor);
  }

  /**
   * Finds out what became of operations that a dead run had begun.
   *
   * @param wanted true when this run may want what that one was deleting
   */
  void resolvePending(boolean wanted) {
    new PendingOperations(context, snapshot, providers).resolve(wanted);
  }
}
