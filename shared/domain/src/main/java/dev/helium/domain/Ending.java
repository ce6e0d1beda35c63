package dev.helium.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * How far a workspace has come with being deleted. Instants are {@link Timeline#UNKNOWN} until it
 * has come so far.
 *
 * @param requested when it was decided
 * @param attempts begun or due
 * @param destroyed when its stack was empty
 * @param deleted when it was proved that nothing is left
 * @param holdup what was left when it was looked for last
 */
public record Ending(
    Instant requested, int attempts, Instant destroyed, Instant deleted, Holdup holdup) {
  /** Of a workspace that nobody deletes. */
  static final Ending NONE =
      new Ending(Instant.EPOCH, 0, Instant.EPOCH, Instant.EPOCH, Holdup.NONE);

  public Ending {
    Objects.requireNonNull(requested, "requested");
    Objects.requireNonNull(destroyed, "destroyed");
    Objects.requireNonNull(deleted, "deleted");
    Objects.requireNonNull(holdup, "holdup");
  }

  public boolean isRequested() {
    return Timeline.isKnown(requested);
  }

  static Ending asked(Instant time) {
    return new Ending(time, 1, Timeline.UNKNOWN, Timeline.UNKNOWN, Holdup.NONE);
  }

  Ending again() {
    return new Ending(requested, attempts + 1, destroyed, deleted, holdup);
  }

  Ending destroyed(Instant time) {
    return new Ending(requested, attempts, time, deleted, Holdup.NONE);
  }

  Ending held(Holdup seen) {
    return new Ending(requested, attempts, destroyed, deleted, seen);
  }

  Ending deleted(Instant time) {
    return new Ending(requested, attempts, destroyed, time, Holdup.NONE);
  }
}
