package dev.helium.engine.kubernetes;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.util.concurrent.TimeUnit;

/** Holds requests back so that no more than so many go out per second, after an initial burst. */
final class RequestRate {
  private final double perSecond;
  private final int burst;
  private double tokens;
  private long counted = System.nanoTime();

  /**
   * A rate.
   *
   * @param perSecond requests per second, zero for no limit
   * @param burst requests that may go out at once before the rate counts
   */
  RequestRate(double perSecond, int burst) {
    this.perSecond = perSecond;
    this.burst = Math.max(1, burst);
    this.tokens = this.burst;
  }

  /** Waits for a turn. */
  void await() {
    if (perSecond <= 0) {
      return;
    }
    try {
      TimeUnit.NANOSECONDS.sleep(reserve());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new EngineException(FailureClass.CANCELLED, "cancelled", interrupted);
    }
  }

  private synchronized long reserve() {
    var now = System.nanoTime();
    tokens = Math.min(burst, tokens + (now - counted) / 1e9 * perSecond) - 1;
    counted = now;
    return tokens >= 0 ? 0 : (long) (-tokens / perSecond * 1e9);
  }
}
