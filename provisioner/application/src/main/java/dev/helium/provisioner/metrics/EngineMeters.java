package dev.helium.provisioner.metrics;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.OperationType;
import dev.helium.service.metrics.Words;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What is measured of the engine: its runs, and each resource that it deals with. */
public final class EngineMeters {
  /** What a program is run for. */
  public enum Operation {
    UP,
    REFRESH,
    DESTROY
  }

  private final MeterRegistry meters;

  /** Looked up for every resource, so not made for each. */
  private final Map<Measured, Timer> timers = new ConcurrentHashMap<>();

  private record Measured(String name, String operation, boolean succeeded) {}

  public EngineMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** One run of the engine. */
  @FunctionalInterface
  public interface Run<T> {
    T run() throws AutomationException;
  }

  /**
   * Measures a run, however it ends.
   *
   * @param within runs what it is given, where its measure is recorded
   */
  public <T> T measured(Operation operation, Executor within, Run<T> run)
      throws AutomationException {
    Timer.Sample begun = Timer.start(meters);
    boolean succeeded = false;
    try {
      T result = run.run();
      succeeded = true;
      return result;
    } finally {
      Timer timer = timer("helium.engine.runs", Words.of(operation), succeeded);
      within.execute(() -> begun.stop(timer));
    }
  }

  /** For the resources of one run. */
  public Resources resources() {
    return new Resources();
  }

  private Timer timer(String name, String operation, boolean succeeded) {
    return timers.computeIfAbsent(new Measured(name, operation, succeeded), this::register);
  }

  private Timer register(Measured measured) {
    return Timer.builder(measured.name())
        .description("Programs that were run, and resources that they dealt with")
        .tag("operation", measured.operation())
        .tag("outcome", measured.succeeded() ? "succeeded" : "failed")
        .register(meters);
  }

  private static String word(OperationType operation) {
    return switch (operation) {
      case CREATE, CREATE_REPLACEMENT -> "create";
      case UPDATE -> "update";
      case DELETE, DELETE_REPLACED -> "delete";
      case REPLACE -> "replace";
      case SAME -> "same";
      case READ, READ_REPLACEMENT -> "read";
      case REFRESH -> "refresh";
      case IMPORT, IMPORT_REPLACEMENT -> "import";
      case READ_DISCARD, DISCARD_REPLACED, REMOVE_PENDING_REPLACE, UNKNOWN -> "other";
    };
  }

  /** The resources of one run, from the beginning of each to its end. Safe for any thread. */
  public final class Resources {
    private record Key(OperationType operation, String resource) {}

    private final Map<Key, Long> begun = new ConcurrentHashMap<>();

    private Resources() {}

    public void began(OperationType operation, String resource) {
      begun.put(new Key(operation, resource), now());
    }

    public void ended(OperationType operation, String resource, boolean succeeded) {
      long now = now();
      Long since = begun.remove(new Key(operation, resource));
      timer("helium.engine.resources", word(operation), succeeded)
          .record(since == null ? 0 : now - since, TimeUnit.NANOSECONDS);
    }

    private long now() {
      return meters.config().clock().monotonicTime();
    }
  }
}
