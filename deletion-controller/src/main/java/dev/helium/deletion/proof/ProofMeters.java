package dev.helium.deletion.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;

/** What is measured of proving. */
final class ProofMeters {
  private final Timer looks;
  private final Timer proofs;
  private final InstantSource clock;

  ProofMeters(MeterRegistry meters, WaitingRoom waiting, InstantSource clock) {
    this.clock = clock;
    this.looks =
        Timer.builder("helium.deletion.looks")
            .description("Looks at the cluster for destroyed workspaces")
            .register(meters);
    this.proofs =
        Timer.builder("helium.deletion.proofs")
            .description("From an empty stack to the confirmation that nothing is left")
            .publishPercentileHistogram()
            .register(meters);
    Gauge.builder("helium.deletion.unproven", waiting, WaitingRoom::size)
        .description("Destroyed workspaces of which something is left, or may be")
        .register(meters);
    Gauge.builder("helium.deletion.unproven.oldest", waiting, this::oldest)
        .description("How long the one that waits longest has waited")
        .baseUnit("seconds")
        .register(meters);
  }

  void looked(Duration took) {
    looks.record(took.isNegative() ? Duration.ZERO : took);
  }

  void confirmed(Candidate candidate) {
    Duration took = Duration.between(candidate.destroyed(), clock.instant());
    proofs.record(took.isNegative() ? Duration.ZERO : took);
  }

  private double oldest(WaitingRoom waiting) {
    return waiting
        .oldest()
        .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }
}
