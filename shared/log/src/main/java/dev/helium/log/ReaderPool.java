package dev.helium.log;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * A few readers that block and are kept, each used by one thread at a time. One that has failed is
 * closed, and another one made when it is needed.
 */
final class ReaderPool<R extends ReaderPool.Reader> {
  private final Duration longest;
  private final int most;
  private final Supplier<R> readers;
  private final WorkerExecutor threads;
  private final AtomicInteger taken = new AtomicInteger();
  private final LongAdder refused = new LongAdder();
  private final Queue<R> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  /**
   * @param atOnce uses that go on at the same time
   * @param most uses that are taken on; the rest is refused
   * @param longest that one use may take, waiting included
   */
  ReaderPool(
      Vertx vertx, String name, int atOnce, int most, Duration longest, Supplier<R> readers) {
    this.longest = longest;
    this.most = most;
    this.readers = readers;
    this.threads =
        vertx.createSharedWorkerExecutor(name, atOnce, 2 * longest.toSeconds(), TimeUnit.SECONDS);
  }

  /** Fails with a {@link LogUnavailableException} when the log does not answer or too many ask. */
  <T> Future<T> use(Use<R, T> use) {
    if (closed || taken.incrementAndGet() > most) {
      taken.decrementAndGet();
      refused.increment();
      return Future.failedFuture(
          new LogUnavailableException("too much of the log is being read already"));
    }
    long deadline = System.nanoTime() + longest.toNanos();
    return threads
        .executeBlocking(() -> useNow(use, deadline), false)
        .onComplete(ignored -> taken.decrementAndGet());
  }

  /** Uses that were not taken on. */
  long refused() {
    return refused.sum();
  }

  /** Ends after the uses under way. */
  Future<Void> close() {
    closed = true;
    return threads
        .executeBlocking(
            () -> {
              closeIdle();
              return null;
            },
            false)
        .eventually(threads::close)
        .mapEmpty();
  }

  private <T> T useNow(Use<R, T> use, long deadline) throws LogUnavailableException {
    R reader = idle.poll();
    if (reader == null) {
      reader = readers.get();
    }
    boolean usable = false;
    try {
      T result = use.with(reader, deadline);
      usable = true;
      return result;
    } finally {
      giveBack(reader, usable);
    }
  }

  private void giveBack(R reader, boolean usable) {
    if (usable) {
      idle.add(reader);
    } else {
      reader.close();
    }
    if (closed) {
      closeIdle();
    }
  }

  private void closeIdle() {
    R reader = idle.poll();
    while (reader != null) {
      reader.close();
      reader = idle.poll();
    }
  }

  /** Blocks; of no use any more after a failure. */
  interface Reader extends AutoCloseable {
    @Override
    void close();
  }

  /** What is done with a reader. */
  @FunctionalInterface
  interface Use<R, T> {
    /**
     * Reads, and answers what was read.
     *
     * @param deadline on the clock of {@link System#nanoTime}
     */
    T with(R reader, long deadline) throws LogUnavailableException;
  }
}
