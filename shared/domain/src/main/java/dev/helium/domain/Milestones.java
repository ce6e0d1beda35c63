package dev.helium.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * What the pods of a workspace have behind them, as the cluster notes it: to the second.
 *
 * @param scheduled when the last of them got its node; {@link #UNKNOWN} while one has none
 * @param started when the last of their containers first ran, so that all images are there; {@link
 *     #UNKNOWN} while one has not run
 */
public record Milestones(Instant scheduled, Instant started) {
  public static final Instant UNKNOWN = Instant.EPOCH;

  /** Nothing is known of its pods. */
  public static final Milestones NONE = new Milestones(UNKNOWN, UNKNOWN);

  public Milestones {
    Objects.requireNonNull(scheduled, "scheduled");
    Objects.requireNonNull(started, "started");
  }
}
