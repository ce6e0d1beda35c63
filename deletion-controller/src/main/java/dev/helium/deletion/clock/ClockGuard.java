package dev.helium.deletion.clock;

import java.time.Duration;
import java.util.Objects;

/**
 * Judges the wall clock. Pure.
 *
 * <p>Trust ends with a jump and comes back with a witness alone: not with time, and not when the
 * clock jumps back, as nobody can say which of its times was wrong.
 *
 * @param tolerance jumps and contradictions up to this are none
 */
public record ClockGuard(Duration tolerance) {
  /** What a witness said longer ago says nothing of now. */
  static final Duration OLDEST_TESTIMONY = Duration.ofMinutes(1);

  public ClockGuard {
    Objects.requireNonNull(tolerance, "tolerance");
    if (tolerance.isNegative()) {
      throw new IllegalArgumentException("the jump that is tolerated must not be negative");
    }
  }

  /** What is thought after a piece of evidence. */
  Belief after(Belief belief, Evidence evidence) {
    return switch (evidence) {
      case Evidence.Read(Reading reading) -> seeing(belief, reading);
      case Evidence.Testimony testimony -> hearing(seeing(belief, testimony.answered()), testimony);
    };
  }

  private Belief seeing(Belief belief, Reading reading) {
    return switch (belief) {
      case Belief.Trusted(Reading witnessed) -> {
        Duration jump = witnessed.jump(reading);
        yield isTolerable(jump) ? belief : new Belief.Jumped(jump);
      }
      case Belief.Unwitnessed ignored -> belief;
      case Belief.Jumped ignored -> belief;
      case Belief.Contradicted ignored -> belief;
    };
  }

  private Belief hearing(Belief belief, Evidence.Testimony testimony) {
    boolean isOfNow =
        testimony.took().compareTo(OLDEST_TESTIMONY) <= 0
            && isTolerable(testimony.asked().jump(testimony.answered()));
    if (!isOfNow) {
      return belief;
    }
    return isTolerable(testimony.ahead())
        ? new Belief.Trusted(testimony.witnessed())
        : new Belief.Contradicted(testimony.ahead());
  }

  private boolean isTolerable(Duration difference) {
    return difference.abs().compareTo(tolerance) <= 0;
  }
}
