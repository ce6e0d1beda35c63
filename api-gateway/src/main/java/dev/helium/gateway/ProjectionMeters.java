package dev.helium.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What is measured of the view being kept up to date. */
final class ProjectionMeters {
  private final Timer delay;
  private final Timer beginning;
  private final Timer rebuilding;
  private volatile long begun;

  ProjectionMeters(MeterRegistry meters) {
    this.delay =
        Timer.builder("helium.projection.delay")
            .description("From the writing of an event to its delivery here")
            .register(meters);
    this.beginning = rebuild("begin", meters);
    this.rebuilding = rebuild("rebuild", meters);
  }

  /** An event was written so long ago; by another clock, which may be ahead of this one. */
  void late(Duration by) {
    if (!by.isNegative()) {
      delay.record(by);
    }
  }

  void begins() {
    begun = System.nanoTime();
  }

  /**
   * The view shows all that had happened.
   *
   * @param whole whether it was built again because a part of it was lost
   */
  void caughtUp(boolean whole) {
    (whole ? rebuilding : beginning).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
  }

  private static Timer rebuild(String kind, MeterRegistry meters) {
    return Timer.builder("helium.view.rebuild")
        .description("Until the view showed all that had happened")
        .tag("kind", kind)
        .register(meters);
  }
}
