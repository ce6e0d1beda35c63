package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.RunEvent;
import dev.helium.engine.project.ConfigEntry;
import dev.helium.engine.property.PlainValues;
import dev.helium.engine.provider.ProviderPackages;
import dev.helium.engine.secret.PassphraseSecrets;
import dev.helium.engine.state.StateFolder;
import dev.helium.engine.state.UpdateHistory;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/** One run over a stack, from lock to history; a preview has neither. */
public final class StackRun {
  private final RunContext context;
  private final StateFolder folder;
  private final PassphraseSecrets secrets;
  private final Map<String, ConfigEntry> configuration;
  private final ProviderPackages packages;
  private final OtherStacks otherStacks;
  private final Executor executor;

  /** A run; the configuration is in clear. */
  public StackRun(
      RunContext context,
      StateFolder folder,
      PassphraseSecrets secrets,
      Map<String, ConfigEntry> configuration,
      ProviderPackages packages,
      OtherStacks otherStacks,
      Executor executor) {
    this.context = context;
    this.folder = folder;
    this.secrets = secrets;
    this.configuration = configuration;
    this.packages = packages;
    this.otherStacks = otherStacks;
    this.executor = executor;
  }

  /** Makes the stack what the program says. */
  public void update(Program program) {
    run(
        "update",
        session -> {
          session.resolvePending(true);
          refreshFirst(session);
          requireRecorded(session, context.settings().replaces());
          var registrar = session.registrar();
          try {
            program.run(configuration, registrar, context);
          } finally {
            registrar.finishOutputs();
          }
          context.cancellation().check();
          reportUnknownTargets(session, registrar.registered());
          session.deletions(executor).run(registrar.registered());
        });
  }

  /** Removes everything. */
  public void destroy() {
    run(
        "destroy",
        session -> {
          session.resolvePending(false);
          refreshFirst(session);
          reportUnknownTargets(session, Set.of());
          session.deletions(executor).run(Set.of());
        });
  }

  /** Reads what is there into the state. */
  public void refresh() {
    run(
        "refresh",
        session -> {
          session.resolvePending(false);
          requireRecorded(session, context.settings().targets());
          requireRecorded(session, context.settings().excludes());
          new Refresh(session, executor).run();
        });
  }

  private interface Work {
    void on(StackSession session);
  }

  private void run(String kind, Work work) {
    if (context.preview()) {
      finish(work(folder, work));
      return;
    }
    try (var lock = folder.lock(context.stack(), context.options().clock())) {
      var held = folder.under(lock);
      context.owned(lock::require);
      var failure = work(held, work);
      // Who lost the lock knows nothing of what became of the stack.
      lock.require();
      record(held, kind, failure);
      finish(failure);
    }
  }

  /** Does the work and returns why it failed, null when it did not. */
  private RuntimeException work(StateFolder state, Work work) {
    var session = StackSession.open(context, state, secrets, configuration, packages, otherStacks);
    context.tell(new RunEvent.Prelude(shown()));
    RuntimeException failure = null;
    try {
      work.on(session);
    } catch (RuntimeException thrown) {
      failure = thrown;
    }
    failure = flush(session, failure);
    if (failure == null) {
      failure = context.firstFailure();
    }
    context.tell(
        new RunEvent.Summary(
            seconds(), context.changes(), context.maybeCorrupt(), session.maskedOutputs()));
    return failure;
  }

  private void refreshFirst(StackSession session) {
    if (context.settings().refresh()) {
      new Refresh(session, executor).run();
    }
  }

  private void requireRecorded(StackSession session, UrnPatterns named) {
    var unknown = unknown(session, named, Set.of());
    unknown.forEach(urn -> context.problem(notFound(urn), ""));
    if (!unknown.isEmpty()) {
      throw context.firstFailure();
    }
  }

  /** As with the CLI, what was asked for is done for the targets there are; then the run fails. */
  private void reportUnknownTargets(StackSession session, Set<String> registered) {
    unknown(session, context.settings().targets(), registered)
        .forEach(urn -> context.problem(notFound(urn), ""));
  }

  private static List<String> unknown(
      StackSession session, UrnPatterns named, Set<String> registered) {
    var known = new HashSet<>(registered);
    session.snapshot().all().forEach(resource -> known.add(resource.urn()));
    return named.literals().stream().filter(urn -> !known.contains(urn)).toList();
  }

  private static EngineException notFound(String urn) {
    return new EngineException(
        FailureClass.INVALID,
        "the stack has no resource "
            + urn
            + " to be a target"
            + (urn.contains("$") ? "" : "; is a $ missing in its type?"));
  }

  private RuntimeException flush(StackSession session, RuntimeException failure) {
    try {
      session.snapshot().flush();
      return failure;
    } catch (RuntimeException unwritten) {
      if (failure != null) {
        failure.addSuppressed(unwritten);
        return failure;
      }
      return unwritten;
    }
  }

  private int seconds() {
    var taken = Duration.between(context.start(), context.options().clock().instant());
    return (int) Math.ceilDiv(taken.toMillis(), 1_000L);
  }

  private void record(StateFolder state, String kind, RuntimeException failure) {
    new UpdateHistory(state, context.stack())
        .add(
            new UpdateHistory.Entry(
                kind,
                context.start(),
                context.options().clock().instant(),
                context.settings().message(),
                failure == null ? "succeeded" : "failed",
                words(context.changes()),
                ConfigEntry.recorded(configuration)),
            state.checkpoint(context.stack()).path());
  }

  private void finish(RuntimeException failure) {
    if (failure != null) {
      throw first(failure);
    }
  }

  private RuntimeException first(RuntimeException failure) {
    if (context.cancellation().isCancelled()) {
      return cancelled(failure);
    }
    return context.firstFailure() == null ? failure : context.firstFailure();
  }

  private RuntimeException cancelled(RuntimeException failure) {
    try {
      context.cancellation().check();
      return failure;
    } catch (EngineException reason) {
      reason.addSuppressed(failure);
      return reason.failure().failureClass() == FailureClass.INTERNAL ? failure : reason;
    }
  }

  private Map<String, String> shown() {
    var shown = new TreeMap<String, String>();
    configuration.forEach(
        (key, entry) -> shown.put(key, entry.secret() ? PlainValues.MASK : entry.value()));
    return shown;
  }

  private static Map<String, Integer> words(Map<OperationType, Integer> changes) {
    var words = new TreeMap<String, Integer>();
    changes.forEach(
        (operation, count) ->
            words.put(operation.name().toLowerCase(Locale.ROOT).replace('_', '-'), count));
    return words;
  }
}
