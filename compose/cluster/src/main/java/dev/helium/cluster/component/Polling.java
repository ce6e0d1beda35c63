package dev.helium.cluster.component;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Asks a question again and again: another process tells nobody when it has become ready. */
public final class Polling {

  private Polling() {}

  /**
   * Waits until the condition holds.
   *
   * @return false when it did not hold within the limit
   * @throws ClusterException when the calling thread is interrupted meanwhile
   */
  public static boolean until(BooleanSupplier condition, Duration interval, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      if (Thread.interrupted()) {
        Thread.currentThread().interrupt();
        throw new ClusterException("Interrupted while waiting for the local cluster.");
      }
      LockSupport.parkNanos(interval.toNanos());
    }
    return true;
  }
}
