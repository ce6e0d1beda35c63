package dev.helium.provisioner.blocking;

import dev.helium.log.LogUnavailableException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Turns at a partition's log, one at a time and in the order in which they were asked for. The
 * first that fails is the last: nobody knows then what the log holds, and whoever takes the
 * partition next finds out.
 */
public final class LogTurns {
  private final ReentrantLock lock = new ReentrantLock(true);
  private volatile boolean over;

  /** True when there are no more turns. */
  public boolean isOver() {
    return over;
  }

  /** Returns when the turn has come and is over; fails at once when there are no more. */
  public void take(Blocking.Work work) throws LogUnavailableException {
    lock.lock();
    try {
      if (over) {
        throw new LogUnavailableException("the partition has another owner now");
      }
      work.run();
    } catch (LogUnavailableException failure) {
      over = true;
      throw failure;
    } finally {
      lock.unlock();
    }
  }

  /** No turn comes after this; what is to be done last waits for the one that is under way. */
  public void end(Runnable last) {
    over = true;
    lock.lock();
    try {
      last.run();
    } finally {
      lock.unlock();
    }
  }
}
