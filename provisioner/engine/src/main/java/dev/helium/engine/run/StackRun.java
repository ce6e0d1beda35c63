package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.RunEvent;
import dev.helium.engine.project.ConfigEntry;
import dev.helium.engine.property.PlainValues;
import dev.helium.engine.provider.ProviderPackages;
import dev.helium.engine.secret.PassphraseSecrets;
import dev.helium.engine.state.StackLock;
import dev.helium.engine.state.StateFolder;
import dev.helium.engine.state.UpdateHistory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/** One run over a stack from lock to history: update, destroy or refresh. */
public final class StackRun {
  private final RunContext context;
  private final StateFolder folder;
  private final PassphraseSecrets secrets;
  private final Map<String, ConfigEntry> configuration;
  private final ProviderPackages packages;
  private final Executor executor;

  /** A run; the configuration is in clear. */
  public StackRun(
      RunContext context,
      StateFolder folder,
      PassphraseSecrets secrets,
      Map<String, ConfigEntry> configuration,
      ProviderPackages packages,
      Executor executor) {
    this.context = context;
    this.folder = folder;
    this.secrets = secrets;
    this.configuration = configuration;
    this.packages = packages;
    this.executor = executor;
  }

  /** Makes the stack what the program says. */
  public void update(Program program, String message) {
    run(
        "update",
        message,
        session -> {
          var registrar = session.registrar();
          program.run(configuration, registrar, context);
          context.cancellation().check();
          session.deletions(executor).run(session.snapshot().untouched());
        });
  }

  /** Removes everything. */
  public void destroy(String message) {
    run(
        "destroy",
        message,
        session -> session.deletions(executor).run(session.snapshot().untouched()));
  }

  /** Reads what is there into the state. */
  public void refresh(String message) {
    run("refresh", message, session -> new Refresh(session).run());
  }

  private interface Work {
    void on(StackSession session);
  }

  private void run(String kind, String message, Work work) {
    try (var _ = StackLock.acquire(folder.locks(context.stack()), context.options().clock())) {
      var session = StackSession.open(context, folder, secrets, configuration, packages);
      context.tell(new RunEvent.Prelude(shown()));
      RuntimeException failure = null;
      try {
        session.resolvePending();
        work.on(session);
      } catch (RuntimeException thrown) {
        failure = thrown;
      }
      failure = flush(session, failure);
      finish(kind, message, failure);
    }
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

  private void finish(String kind, String message, RuntimeException failure) {
    var end = context.options().clock().instant();
    var seconds = (int) Duration.between(context.start(), end).toSeconds();
    context.tell(new RunEvent.Summary(seconds, context.changes()));
    new UpdateHistory(folder, context.stack())
        .add(
            new UpdateHistory.Entry(
                kind,
                context.start(),
                end,
                message,
                failure == null ? "succeeded" : "failed",
                words(context.changes()),
                ConfigEntry.recorded(configuration)),
            folder.checkpoint(context.stack()).path());
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
