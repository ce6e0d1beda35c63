package dev.helium.log;

import dev.helium.domain.EventRecord;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Appends what gathers, of whichever partition, in one transaction after the other.
 *
 * <p>After any failure it takes nothing more, and fails all that waits.
 */
final class Gathering {
  /** Events waiting beyond which no more are taken. */
  private static final int MOST_WAITING = 2_000;

  private static final int LARGEST_BATCH = 500;

  /**
   * Between two beginnings. A transaction costs its dozen records of book-keeping whatever is in
   * it; one that begins after a pause does not wait.
   */
  private static final Duration PACE = Duration.ofMillis(20);

  private static final Duration LONGEST_TURN = Duration.ofSeconds(60);

  /** An event that waits, and whom to tell what became of it. */
  record Waiting(Tenure tenure, EventRecord event, TraceParent trace, Promise<Void> done) {}

  private final ShareAppender appender;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MOST_WAITING);

  /** Held by whoever sees to it that no transaction is under way, and by each transaction. */
  private final ReentrantLock turn = new ReentrantLock();

  private final Promise<Void> ended = Promise.promise();
  private final Thread worker = Thread.ofVirtual().name("append").unstarted(this::work);
  private volatile boolean over;

  /** Guarded by the turn. */
  private boolean atItsEnd;

  private Gathering(ShareAppender appender) {
    this.appender = appender;
  }

  static Gathering start(ShareAppender appender) {
    Gathering gathering = new Gathering(appender);
    gathering.worker.start();
    return gathering;
  }

  Future<Void> append(Tenure tenure, EventRecord event, TraceParent trace) {
    Promise<Void> done = Promise.promise();
    if (over || !queue.offer(new Waiting(tenure, event, trace, done))) {
      return Future.failedFuture(noMore());
    }
    if (over) {
      // It ended while this one came in, perhaps after the last look at the queue.
      refuse(List.of(), noMore());
    }
    return done.future();
  }

  boolean isOver() {
    return over;
  }

  /** Whether a transaction is under way now. */
  boolean isUnderWay() {
    return turn.isLocked();
  }

  /** Returns when the transaction that is under way now, if any, has come to its end. */
  void awaitTurn() throws LogUnavailableException {
    try {
      if (!turn.tryLock(LONGEST_TURN.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new LogUnavailableException("events are still being appended");
      }
      turn.unlock();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("interrupted while waiting for the log", interrupted);
    }
  }

  /** Takes nothing more; completes when what is under way has come to its end. */
  Future<Void> close() {
    over = true;
    Thread.startVirtualThread(this::wake);
    return ended.future();
  }

  /** Not in the middle of a transaction: who reads the partitions would have to wait for it. */
  private void wake() {
    turn.lock();
    try {
      if (!atItsEnd) {
        worker.interrupt();
      }
    } finally {
      turn.unlock();
    }
  }

  private void work() {
    List<Waiting> batch = new ArrayList<>();
    long begun = System.nanoTime() - PACE.toNanos();
    try {
      while (!over) {
        batch.add(queue.take());
        TimeUnit.NANOSECONDS.sleep(begun + PACE.toNanos() - System.nanoTime());
        begun = System.nanoTime();
        takeTurn(batch);
        batch.clear();
      }
      refuse(batch, noMore());
    } catch (LogUnavailableException failure) {
      refuse(batch, failure);
    } catch (InterruptedException closed) {
      refuse(batch, new LogUnavailableException("the log was closed", closed));
    } catch (RuntimeException failure) {
      refuse(batch, new LogUnavailableException("the events could not be appended", failure));
    } finally {
      end();
    }
  }

  /** The producer has threads of its own to wait for, which an interrupt would break off. */
  private void end() {
    turn.lock();
    try {
      atItsEnd = true;
      boolean _ = Thread.interrupted();
    } finally {
      turn.unlock();
    }
    try {
      appender.close();
    } finally {
      ended.complete();
    }
  }

  private void takeTurn(List<Waiting> batch) throws LogUnavailableException, InterruptedException {
    turn.lockInterruptibly();
    try {
      queue.drainTo(batch, LARGEST_BATCH - 1);
      appender.append(batch);
    } finally {
      turn.unlock();
    }
  }

  private void refuse(List<Waiting> batch, LogUnavailableException why) {
    over = true;
    batch.forEach(waiting -> waiting.done().tryFail(why));
    for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
      next.done().tryFail(why);
    }
  }

  private static LogUnavailableException noMore() {
    return new LogUnavailableException("the log takes no more events");
  }
}
