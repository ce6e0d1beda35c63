package dev.helium.gateway.guard;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Whether the event loops that serve HTTP are behind: each has a timer, and one that rings much too
 * late says that all else was late as well. Once may be a collection or classes that were loaded;
 * after the second time in a row it counts as behind, for a second after the last time.
 */
public final class LoopLag {
  private static final long INTERVAL_MILLISECONDS = 100;
  private static final long HOLD = TimeUnit.SECONDS.toNanos(1);
  private static final int IN_A_ROW = 2;

  private final long most;
  private final LongSupplier clock;
  private final AtomicLong behindUntil;
  private final AtomicReference<Late> worst;

  /** How late a timer rang, and when, in nanoseconds. */
  private record Late(long by, long at) {}

  /**
   * @param most how late a timer may ring
   * @param clock monotonic, in nanoseconds
   */
  public LoopLag(Duration most, LongSupplier clock) {
    this.most = most.toNanos();
    this.clock = clock;
    this.behindUntil = new AtomicLong(clock.getAsLong());
    this.worst = new AtomicReference<>(new Late(0, clock.getAsLong()));
  }

  /** Watches the event loop that it is called on, for as long as that lives. */
  public void watch(Vertx vertx) {
    watch(vertx, 0);
  }

  private void watch(Vertx vertx, int lateSoFar) {
    long due = clock.getAsLong() + TimeUnit.MILLISECONDS.toNanos(INTERVAL_MILLISECONDS);
    vertx.setTimer(INTERVAL_MILLISECONDS, ignored -> watch(vertx, rang(due, lateSoFar)));
  }

  /**
   * Takes note that a timer rings now.
   *
   * @param lateSoFar times in a row that it was late before
   * @return times in a row that it was late
   */
  int rang(long due, int lateSoFar) {
    long now = clock.getAsLong();
    note(new Late(Math.max(0, now - due), now));
    if (now - due <= most) {
      return 0;
    }
    if (lateSoFar + 1 >= IN_A_ROW) {
      behindUntil.set(now + HOLD);
    }
    return lateSoFar + 1;
  }

  /** How late the latest timer of about a second rang, in seconds. From any thread. */
  public double seconds() {
    return worst.get().by() / (double) TimeUnit.SECONDS.toNanos(1);
  }

  private void note(Late late) {
    worst.updateAndGet(
        known -> (late.by() >= known.by() || late.at() - known.at() > HOLD) ? late : known);
  }

  boolean isBehind() {
    return behindUntil.get() - clock.getAsLong() > 0;
  }
}
