package dev.helium.watcher.publishing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What is measured of publishing. */
final class Gauges {
  private final MeterRegistry meters;
  private final Timer delay;
  private final Counter failures;

  Gauges(MeterRegistry meters) {
    this.meters = meters;
    this.delay =
        Timer.builder("helium.watcher.delay")
            .description("From the first sign of a change to its event in the log")
            .publishPercentileHistogram()
            .register(meters);
    this.failures =
        Counter.builder("helium.watcher.append.failures")
            .description("Tries to append an event that failed and were made again")
            .register(meters);
  }

  long now() {
    return meters.config().clock().monotonicTime();
  }

  void appended(String event, long since) {
    delay.record(now() - since, TimeUnit.NANOSECONDS);
    meters.counter("helium.watcher.events", "event", event).increment();
  }

  void failed() {
    failures.increment();
  }

  void show(String name, String description, Supplier<Number> value) {
    io.micrometer.core.instrument.Gauge.builder(name, value)
        .description(description)
        .register(meters);
  }
}
