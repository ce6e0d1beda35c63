package dev.helium.view;

import dev.helium.domain.EventRecord;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Folds the events of the log into the view, each at least once and with the effect of once, also
 * when several projectors do so at the same time.
 *
 * <p>Events that come while others are being folded are folded together next, so that a replay is
 * quick and a lone event is not delayed.
 */
public final class Projector {
  /** Events that may wait, and that are folded together at most. */
  static final int BATCH = 500;

  private final ViewWriter writer;
  private final Map<Integer, Long> from;
  private final Promise<Void> ended = Promise.promise();
  private final Queue<ProjectedEvent> queue = new ArrayDeque<>();
  private Promise<Void> room = Promise.promise();
  private Promise<Void> settled = Promise.promise();
  private boolean folding;
  private boolean closed;
  private volatile boolean caughtUp;

  Projector(ViewWriter writer, Map<Integer, Long> from) {
    this.writer = writer;
    this.from = Map.copyOf(from);
    settled.complete();
  }

  /** The offsets to read from, by partition; one that is missing is read from its beginning. */
  public Map<Integer, Long> from() {
    return from;
  }

  /**
   * Takes the next event of a partition; the one after it may come when this has completed, which
   * says that there is room for it. Fails once the projector has ended.
   */
  public Future<Void> project(EventRecord record, int partition, long offset) {
    boolean idle;
    Future<Void> accepted;
    synchronized (this) {
      if (closed) {
        return ended.future();
      }
      idle = !folding;
      if (idle) {
        folding = true;
        settled = Promise.promise();
      }
      queue.add(new ProjectedEvent(record, partition, offset));
      accepted = queue.size() < BATCH ? Future.succeededFuture() : room.future();
    }
    if (idle) {
      foldNext();
    }
    return accepted;
  }

  /** Completes when every event taken so far has been folded in. */
  public synchronized Future<Void> settled() {
    return settled.future();
  }

  /** Says that all that was in the log at the start has been folded in. */
  public void caughtUp() {
    caughtUp = true;
  }

  /**
   * Fails when the view cannot be kept any more: with a {@link GapException} when events are
   * missing from it although they are said to be there. In a partition that is read from its
   * beginning the log is believed instead, until it has {@linkplain #caughtUp() caught up}.
   */
  public Future<Void> ended() {
    return ended.future();
  }

  private void foldNext() {
    List<ProjectedEvent> batch;
    Promise<Void> taken;
    synchronized (this) {
      batch = new ArrayList<>(queue);
      queue.clear();
      taken = room;
      room = Promise.promise();
      if (batch.isEmpty()) {
        folding = false;
        settled.complete();
        return;
      }
    }
    taken.complete();
    writer
        .write(batch, partition -> !caughtUp && !from.containsKey(partition))
        .onSuccess(ignored -> foldNext())
        .onFailure(this::end);
  }

  private void end(Throwable cause) {
    Promise<Void> waitingForRoom;
    Promise<Void> waitingForAll;
    synchronized (this) {
      closed = true;
      queue.clear();
      waitingForRoom = room;
      waitingForAll = settled;
    }
    ended.fail(cause);
    waitingForRoom.fail(cause);
    waitingForAll.fail(cause);
  }
}
