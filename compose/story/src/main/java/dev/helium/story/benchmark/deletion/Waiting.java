package dev.helium.story.benchmark.deletion;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition. */
public final class Waiting {
  private static final Duration INTERVAL = Duration.ofMillis(20);

  private Waiting() {}

  /**
   * Returns when it is so.
   *
   * @throws IllegalStateException when it is not within the limit
   */
  public static void until(String what, Duration longest, BooleanSupplier condition) {
    long begun = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - begun > longest.toNanos()) {
        throw new IllegalStateException("after %s it was not so: %s".formatted(longest, what));
      }
      LockSupport.parkNanos(INTERVAL.toNanos());
    }
  }
}
