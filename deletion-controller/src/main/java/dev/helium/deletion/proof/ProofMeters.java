package dev.helium.deletion.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is measured of proving, in all clusters together. */
final class ProofMeters {
  private final Timer looks;
  private final Timer proofs;
  private final InstantSource clock;
  private final Set<WaitingRoom> rooms = ConcurrentHashMap.newKeySet();

  ProofMeters(MeterRegistry meters, InstantSource clock) {
    this.clock = clock;
    this.looks =
        Timer.builder("helium.deletion.looks")
            .description("Looks at clusters for destroyed workspaces")
            .register(meters);
    this.proofs =
        Timer.builder("helium.deletion.proofs")
            .description("From an empty stack to the confirmation that nothing is left")
            .register(meters);
    Gauge.builder("helium.deletion.unproven", rooms, ProofMeters::size)
        .description("Destroyed workspaces of which something is left, or may be")
        .register(meters);
    Gauge.builder("helium.deletion.unproven.oldest", this, ProofMeters::oldest)
        .description("How long the one that waits longest has waited")
        .baseUnit("seconds")
        .strongReference(true)
        .register(meters);
  }

  void watch(WaitingRoom room) {
    rooms.add(room);
  }

  void forget(WaitingRoom room) {
    rooms.remove(room);
  }

  void looked(Duration took) {
    looks.record(took.isNegative() ? Duration.ZERO : took);
  }

  void confirmed(Candidate candidate) {
    Duration took = Duration.between(candidate.destroyed(), clock.instant());
    proofs.record(took.isNegative() ? Duration.ZERO : took);
  }

  private static double size(Set<WaitingRoom> rooms) {
    return rooms.stream().mapToInt(WaitingRoom::size).sum();
  }

  private double oldest() {
    return rooms.stream()
        .map(WaitingRoom::oldest)
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }
}
