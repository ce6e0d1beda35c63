package dev.helium.gateway.recent;

import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/**
 * How far the view of this gateway shows the events. What is streamed is shown already, so that
 * whoever hears of something and asks is not told that it has not happened. Safe for any thread.
 */
public final class Shown {
  private static final String ENDED = "the view is not waited for any longer";

  private final long[] next = new long[Topics.PARTITIONS];
  private final Promise<Void> begun = Promise.promise();
  private int awaitedPartition;
  private long awaitedOffset;
  private Promise<Void> awaited = Promise.promise();
  private boolean ended;

  /** The view shows all that stands before an offset of a partition. */
  public void upTo(int partition, long offset) {
    Promise<Void> reached;
    synchronized (this) {
      next[partition] = Math.max(next[partition], offset);
      if (partition != awaitedPartition || next[partition] <= awaitedOffset) {
        return;
      }
      reached = awaited;
    }
    reached.tryComplete();
  }

  /** The view shows all that had happened when it was first asked for. */
  public void begun() {
    begun.tryComplete();
  }

  /** Completes when the view can be asked for the first time. */
  Future<Void> beginning() {
    return begun.future();
  }

  /** Nobody waits any longer. */
  void end() {
    Promise<Void> waiting;
    synchronized (this) {
      ended = true;
      waiting = awaited;
    }
    waiting.tryFail(ENDED);
  }

  /**
   * Completes when the view shows what stands at an offset; fails after the end. For one who waits:
   * the next call takes the place of the one before.
   */
  synchronized Future<Void> shows(int partition, long offset) {
    if (next[partition] > offset) {
      return Future.succeededFuture();
    }
    if (ended) {
      return Future.failedFuture(ENDED);
    }
    awaitedPartition = partition;
    awaitedOffset = offset;
    awaited = Promise.promise();
    return awaited.future();
  }
}
