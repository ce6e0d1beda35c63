package dev.helium.gateway.stream;

import dev.helium.domain.Source;
import dev.helium.gateway.recent.ToldEvent;
import dev.helium.service.tracing.Tracing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntSupplier;

/** What is measured of the streams. */
final class StreamMeters {
  private final MeterRegistry meters;
  private final Tracing tracing;
  private final Map<Source, Timer> lags = new EnumMap<>(Source.class);
  private final Map<EndReason, Counter> ended = new EnumMap<>(EndReason.class);
  private volatile long behind;

  StreamMeters(MeterRegistry meters, Tracing tracing) {
    this.meters = meters;
    this.tracing = tracing;
    for (Source source : Source.values()) {
      lags.put(
          source,
          Timer.builder("helium.stream.lag")
              .description("From an event to its writing to the last of those who are up to date")
              .tag("source", source.word())
              .register(meters));
    }
    Gauge.builder("helium.stream.behind.events", () -> behind)
        .description("Events that the subscriber has to hear who is furthest behind")
        .register(meters);
    for (EndReason reason : EndReason.values()) {
      ended.put(
          reason,
          Counter.builder("helium.stream.ended")
              .description("Streams that have ended")
              .tag("reason", reason.word())
              .register(meters));
    }
  }

  void watch(IntSupplier subscribers, IntSupplier catchingUp) {
    Gauge.builder("helium.stream.subscribers", () -> (double) subscribers.getAsInt())
        .description("Streams that are open")
        .register(meters);
    Gauge.builder("helium.stream.catching.up", () -> (double) catchingUp.getAsInt())
        .description("Streams that read the log because they are behind what is kept")
        .register(meters);
  }

  /** How many events the one is behind who is furthest, of those who are fed from what is kept. */
  void behind(long events) {
    behind = events;
  }

  /** An event was written to the last of those who are up to date. */
  void written(ToldEvent event, Instant now) {
    Instant happened = event.time();
    Duration late = Duration.between(happened, now);
    // An event whose time nobody knows says nothing of this gateway, nor does another's clock.
    if (event.isEvent() && !happened.equals(Instant.EPOCH) && !late.isNegative()) {
      tracing.measure(event.trace(), () -> lags.get(source(event)).record(late));
    }
  }

  void ended(EndReason reason) {
    ended.get(reason).increment();
  }

  /** The id of an event has its source between its workspace and its number. */
  private static Source source(ToldEvent event) {
    return event.id().contains("/" + Source.STATUS_WATCHER.word() + "/")
        ? Source.STATUS_WATCHER
        : Source.PROVISIONER;
  }
}
