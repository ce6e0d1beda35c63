package dev.helium.watcher.publishing;

import dev.helium.domain.Event;
import dev.helium.domain.Event.ObservationEvent;
import dev.helium.domain.Readiness;
import dev.helium.service.metrics.KnownNames;
import dev.helium.service.metrics.Words;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What is measured of publishing. */
final class Gauges {
  private final MeterRegistry meters;
  private final Timer delay;
  private final Counter failures;
  private final Map<Class<?>, Counter> events;
  private final Funnel funnel;
  private final Flips flips;

  /**
   * @param backends of the catalogue
   */
  Gauges(MeterRegistry meters, KnownNames backends) {
    this.meters = meters;
    this.funnel = new Funnel(meters, backends);
    this.flips = new Flips(meters);
    this.events =
        Arrays.stream(ObservationEvent.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), this::events));
    this.delay =
        Timer.builder("helium.watcher.delay")
            .description("From the first sign of a change to its event in the log")
            .register(meters);
    this.failures =
        Counter.builder("helium.watcher.append.failures")
            .description("Tries to append an event that failed and were made again")
            .register(meters);
  }

  long now() {
    return meters.config().clock().monotonicTime();
  }

  void appended(Event event, long since) {
    delay.record(now() - since, TimeUnit.NANOSECONDS);
    events.get(event.getClass()).increment();
  }

  /** Takes in what is known of a workspace after an event that was not known before. */
  void learned(Course before, Course after) {
    funnel.passed(before, after);
  }

  /** Takes in what was said of a workspace. */
  void said(Readiness before, Readiness after) {
    flips.seen(before, after);
  }

  void failed() {
    failures.increment();
  }

  void show(String name, String description, Supplier<Number> value) {
    io.micrometer.core.instrument.Gauge.builder(name, value)
        .description(description)
        .register(meters);
  }

  private Counter events(Class<?> type) {
    return Counter.builder("helium.watcher.events")
        .description("Events that were appended")
        .tag("event", Words.of(type))
        .register(meters);
  }
}
