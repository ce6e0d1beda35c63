package dev.helium.domain.webhook;

import java.time.Instant;
import java.util.Objects;

/**
 * Events of one workspace that are not delivered yet, in the order in which they will be.
 *
 * @param failures tries that failed at the first of them
 * @param dueAt when the first of them is tried next
 * @param since when the first of them happened
 */
public record HeldEvents(EventPlaces places, int failures, Instant dueAt, Instant since) {
  public HeldEvents {
    Objects.requireNonNull(places, "places");
    Objects.requireNonNull(dueAt, "dueAt");
    Objects.requireNonNull(since, "since");
    if (failures < 0) {
      throw new IllegalArgumentException("failures count from 0");
    }
  }
}
