package dev.helium.gateway.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How many requests of nobody knows whom are noted: {@value #MOST} a minute, so that whoever may
 * ask for nothing cannot fill the log.
 */
final class AttemptLimit {
  private static final int MOST = 60;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final InstantSource clock;
  private Instant begun = Instant.MIN;
  private int allowed;

  AttemptLimit(InstantSource clock) {
    this.clock = clock;
  }

  synchronized boolean allows() {
    Instant now = clock.instant();
    if (!now.isBefore(begun.plus(WINDOW))) {
      begun = now;
      allowed = 0;
    }
    return ++allowed <= MOST;
  }
}
