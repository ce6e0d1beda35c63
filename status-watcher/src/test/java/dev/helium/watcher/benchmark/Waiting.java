package dev.helium.watcher.benchmark;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, without a turn of its own when it holds already. */
final class Waiting {
  private static final long PAUSE_NANOSECONDS = 1_000_000;

  private Waiting() {}

  static void until(String what, Duration longest, BooleanSupplier condition) {
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("it was not so after " + longest + " that " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOSECONDS);
    }
  }
}
