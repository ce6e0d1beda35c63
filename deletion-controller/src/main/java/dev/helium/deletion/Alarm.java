package dev.helium.deletion;

import dev.helium.service.Turns;
import java.time.Duration;
import java.time.Instant;

/** One timer: setting it forgets what it was set to before. For the thread of its turns only. */
public final class Alarm {
  private final Turns turns;
  private Runnable disarm = Alarm::nothingSet;

  /** Not set yet. */
  public Alarm(Turns turns) {
    this.turns = turns;
  }

  public void set(Duration delay, Runnable task) {
    clear();
    disarm = turns.after(delay, task);
  }

  public void clear() {
    disarm.run();
    disarm = Alarm::nothingSet;
  }

  /**
   * The delay to an instant, never early by the fraction of a millisecond that timers do not know.
   */
  public static Duration until(Instant now, Instant then) {
    return Duration.between(now, then).plusNanos(999_999);
  }

  /** The same, but to look at the clock again after the longest nap. */
  public static Duration until(Instant now, Instant then, Duration longest) {
    return then.isAfter(now.plus(longest)) ? longest : until(now, then);
  }

  /** When a pause ends: now, where it seems longer than any, as the clock was set back in it. */
  public static Instant endOfPause(Instant now, Instant end, Duration longest) {
    return end.isAfter(now.plus(longest)) ? now : end;
  }

  private static void nothingSet() {}
}
