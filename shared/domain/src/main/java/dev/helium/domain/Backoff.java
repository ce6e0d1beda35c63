package dev.helium.domain;

import java.time.Duration;

/** Pauses between tries: each twice as long as the one before, up to a longest. */
public record Backoff(Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 20;

  /** The pause after that many failures in a row, at least 1. */
  public Duration pauseAfter(int failures) {
    Duration pause = first.multipliedBy(1L << Math.min(MOST_DOUBLINGS, failures - 1));
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
