package dev.helium.log;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long work has waited without progress. Told by one thread, asked by any. */
final class Standstill {
  private static final long NONE = 0;

  private final LongSupplier nanoseconds;
  private volatile long began = NONE;

  /**
   * @param nanoseconds a time that no clock that is set can change, as of {@link System#nanoTime}
   */
  Standstill(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  /** Something waits, and there was progress now. */
  void begins() {
    began(nanoseconds.getAsLong());
  }

  /** Something waits, and the last progress was then. */
  void began(long instant) {
    began = instant == NONE ? NONE + 1 : instant;
  }

  /** Nothing waits. */
  void ends() {
    began = NONE;
  }

  /** Zero when nothing waits. */
  Duration length() {
    long since = began;
    return since == NONE ? Duration.ZERO : Duration.ofNanos(nanoseconds.getAsLong() - since);
  }
}
