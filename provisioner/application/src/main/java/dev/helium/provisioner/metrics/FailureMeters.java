package dev.helium.provisioner.metrics;

import dev.helium.domain.FailureKind;
import dev.helium.service.metrics.Words;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Counts attempts that failed, and what came of it. */
final class FailureMeters {
  private final Map<Direction, CountersBy<FailureKind>> failures = new EnumMap<>(Direction.class);
  private final Map<Direction, CountersBy<FailureKind>> retries = new EnumMap<>(Direction.class);
  private final Map<Direction, CountersBy<FailureKind>> ends = new EnumMap<>(Direction.class);

  FailureMeters(MeterRegistry meters) {
    for (Direction direction : Direction.values()) {
      failures.put(
          direction,
          new CountersBy<>(
              FailureKind.class,
              kind ->
                  counter("helium.provisioner.failures", "Attempts that failed", direction, kind)
                      .tag("kind", Words.of(kind))
                      .register(meters)));
      // Kinds of one class share a counter.
      retries.put(
          direction,
          new CountersBy<>(
              FailureKind.class,
              kind ->
                  counter("helium.provisioner.retries", "Attempts made again", direction, kind)
                      .register(meters)));
      ends.put(
          direction,
          new CountersBy<>(
              FailureKind.class,
              kind ->
                  counter("helium.provisioner.given.up", "Attempts not made again", direction, kind)
                      .register(meters)));
    }
  }

  void retried(Direction direction, FailureKind kind) {
    failures.get(direction).count(kind);
    retries.get(direction).count(kind);
  }

  void gaveUp(Direction direction, FailureKind kind) {
    failures.get(direction).count(kind);
    ends.get(direction).count(kind);
  }

  private static Counter.Builder counter(
      String name, String description, Direction direction, FailureKind kind) {
    return Counter.builder(name)
        .description(description)
        .tag("direction", direction.word())
        .tag("class", Words.of(kind.reasonClass()));
  }
}
