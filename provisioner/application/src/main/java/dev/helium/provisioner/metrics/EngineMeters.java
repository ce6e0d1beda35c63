package dev.helium.provisioner.metrics;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.OperationType;
import dev.helium.service.metrics.Words;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

  public EngineMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** One run of the engine. */
  @FunctionalInterface
  public interface Run<T> {
    T run() throws AutomationException;
  }

  /** Measures a run, however it ends. */
  public <T> T measured(Operation operation, Run<T> run) throws AutomationException {
    Timer.Sample begun = Timer.start(meters);
    boolean succeeded = false;
    try {
      T result = run.run();
      succeeded = true;
      return result;
    } finally {
      begun.stop(
          Timer.builder("helium.engine.runs")
              .description("Runs of programs")
              .tag("operation", Words.of(operation))
              .tag("outcome", outcome(succeeded))
              .register(meters));
    }
  }

  /** For the resources of one run. */
  public Resources resources() {
    return new Resources();
  }

  private static String outcome(boolean succeeded) {
    return succeeded ? "succeeded" : "failed";
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
      Timer.builder("helium.engine.resources")
          .description("Resources that were dealt with")
          .tag("operation", word(operation))
          .tag("outcome", outcome(succeeded))
          .register(meters)
          .record(since == null ? 0 : now - since, TimeUnit.NANOSECONDS);
    }

    private long now() {
      return meters.config().clock().monotonicTime();
    }
  }
}
