package dev.helium.provisioner.admission;

import dev.helium.domain.quota.Admissions;
import dev.helium.domain.quota.QuotaPolicy;
import dev.helium.log.Claims;
import dev.helium.log.LogSettings;
import dev.helium.log.StandingClaims;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/** What every partition of the admissions works with. */
record AdmissionParts(
    Vertx vertx,
    LogSettings settings,
    QuotaPolicy policy,
    Admissions admissions,
    RollFollower events,
    AdmissionMeters meters,
    InstantSource clock) {
  /** That a partition waits for the log when it is taken. */
  static final Duration LONGEST_TAKING = Duration.ofMinutes(5);

  /** That a denial waits until all that has happened is known. */
  static final Duration LONGEST_REFRESH = Duration.ofSeconds(20);

  AdmissionParts {
    Objects.requireNonNull(vertx, "vertx");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(admissions, "admissions");
    Objects.requireNonNull(events, "events");
    Objects.requireNonNull(meters, "meters");
    Objects.requireNonNull(clock, "clock");
  }

  Future<StandingClaims> claims(int partition) {
    return Claims.read(vertx, settings, partition);
  }
}
