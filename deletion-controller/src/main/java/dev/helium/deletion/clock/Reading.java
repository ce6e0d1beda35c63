package dev.helium.deletion.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Two clocks read together.
 *
 * @param wall what people call the time; can be set
 * @param ticks nanoseconds of a clock that cannot be set, counted from anywhere
 */
public record Reading(Instant wall, long ticks) {
  public Reading {
    Objects.requireNonNull(wall, "wall");
  }

  /** How long ago this was, by the clock that cannot be set. */
  Duration until(Reading later) {
    return Duration.ofNanos(later.ticks - ticks);
  }

  /** By how much the wall clock was put forward since; negative when it was put back. */
  Duration jump(Reading later) {
    return Duration.between(wall, later.wall).minus(until(later));
  }
}
