package dev.helium.deletion.ledger;

import dev.helium.domain.Orphan;
import dev.helium.domain.OrphanKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What is measured of the ledger. */
final class LedgerMeters {
  private final Timer sweeps;
  private final Counter failures;
  private final Map<OrphanKind, AtomicInteger> orphans = new EnumMap<>(OrphanKind.class);
  private Instant began = Instant.EPOCH;
  private volatile Instant ended;

  LedgerMeters(MeterRegistry registry, InstantSource clock) {
    this.ended = clock.instant();
    this.sweeps =
        Timer.builder("helium.ledger.sweeps")
            .description("Comparisons of log, clusters and state files")
            .register(registry);
    this.failures =
        Counter.builder("helium.ledger.sweeps.failed")
            .description("Comparisons that could not be made")
            .register(registry);
    for (OrphanKind kind : OrphanKind.values()) {
      orphans.put(kind, new AtomicInteger());
      Gauge.builder("helium.ledger.orphans", orphans.get(kind), AtomicInteger::get)
          .description("What log, clusters and state files do not agree about")
          .tag("kind", kind.word())
          .register(registry);
    }
    Gauge.builder("helium.ledger.age", this, meters -> meters.age(clock.instant()))
        .description("How long ago the last comparison was made")
        .baseUnit("seconds")
        .register(registry);
  }

  void began(Instant at) {
    began = at;
  }

  void ended(Instant at, Collection<Orphan> found) {
    Duration took = Duration.between(began, at);
    sweeps.record(took.isNegative() ? Duration.ZERO : took);
    ended = at;
    orphans.forEach(
        (kind, count) ->
            count.set((int) found.stream().filter(orphan -> orphan.kind() == kind).count()));
  }

  void failed() {
    failures.increment();
  }

  private double age(Instant now) {
    return Math.max(0, Duration.between(ended, now).toMillis()) / 1000.0;
  }
}
