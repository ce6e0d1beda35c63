package dev.helium.provisioner.metrics;

import dev.helium.service.metrics.KnownNames;
import dev.helium.service.metrics.Words;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.IntSupplier;

/** What is measured of attempts. */
public final class AttemptMeters {
  /** How an attempt ended. */
  public enum Outcome {
    SUCCEEDED,
    FAILED,
    /** Somebody ended it, or another process has the workspace now. */
    CANCELLED
  }

  private final MeterRegistry meters;
  private final KnownNames backends;
  private final Counter dropped;

  /**
   * @param backends of the catalogue
   */
  public AttemptMeters(MeterRegistry meters, KnownNames backends) {
    this.meters = meters;
    this.backends = backends;
    this.dropped =
        Counter.builder("helium.provisioner.progress.dropped")
            .description("Steps that were not told because the log is slow")
            .register(meters);
  }

  /** Shows how much there is to do. */
  public void show(IntSupplier waiting, IntSupplier running, IntSupplier most) {
    gauge("helium.provisioner.attempts.waiting", "Attempts that wait", waiting);
    gauge("helium.provisioner.attempts.running", "Attempts that run", running);
    gauge("helium.provisioner.attempts.most", "Attempts that may run at once", most);
  }

  public Timer.Sample begin() {
    return Timer.start(meters);
  }

  /** Notes that an attempt has ended. */
  public void ended(Timer.Sample begun, String backend, Direction direction, Outcome outcome) {
    begun.stop(
        Timer.builder("helium.provisioner.attempts")
            .description("Attempts to make or destroy a workspace")
            .tag("backend", backends.label(backend))
            .tag("direction", direction.word())
            .tag("outcome", Words.of(outcome))
            .register(meters));
  }

  /** Counts steps that nobody was told of. */
  public void dropped(int steps) {
    dropped.increment(steps);
  }

  private void gauge(String name, String description, IntSupplier value) {
    Gauge.builder(name, value, IntSupplier::getAsInt)
        .description(description)
        .strongReference(true)
        .register(meters);
  }
}
