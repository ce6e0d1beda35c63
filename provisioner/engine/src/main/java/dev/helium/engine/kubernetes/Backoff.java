package dev.helium.engine.kubernetes;

import dev.helium.engine.provider.Cancellation;
import java.time.Duration;

/** Growing pauses within a total. */
final class Backoff {
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private Duration left;
  private Duration next = Duration.ofMillis(50);

  Backoff(Duration total) {
    this.left = total;
  }

  /** Waits a little longer than before; false when the total is used up. */
  boolean pause(Cancellation cancellation) {
    return pause(cancellation, Duration.ZERO);
  }

  /** The same, for at least as long as was asked for, which does not count. */
  boolean pause(Cancellation cancellation, Duration atLeast) {
    if (left.compareTo(next) < 0) {
      return false;
    }
    cancellation.pause(next.compareTo(atLeast) < 0 ? atLeast : next);
    left = left.minus(next);
    next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    return true;
  }
}
