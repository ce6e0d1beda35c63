package dev.helium.log;

import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.log.PartitionLog.Stamped;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A partition's log for callers that hand over events one by one and do not block: what gathers
 * while an append is under way is appended together.
 *
 * <p>After any failure it takes nothing more, as with a {@link PartitionLog}: what became of the
 * last events is known only to who takes the partition again and reads what is there.
 */
public final class GatheringLog {
  /** Events waiting beyond which no more are taken. */
  private static final int MOST_WAITING = 2_000;

  private static final int LARGEST_BATCH = 200;

  private record Waiting(Stamped event, Promise<Void> done) {}

  private final PartitionLog log;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Thread worker;
  private volatile boolean over;

  private GatheringLog(PartitionLog log, int partition) {
    this.log = log;
    this.worker = Thread.ofVirtual().name("append-" + partition).unstarted(this::work);
  }

  /** Takes the partition from whoever had it; blocks for at most some 10 s. */
  public static GatheringLog take(LogSettings settings, Source source, int partition)
      throws LogUnavailableException {
    GatheringLog taken =
        new GatheringLog(PartitionLog.take(settings, source, partition), partition);
    taken.worker.start();
    return taken;
  }

  /**
   * Completes when the event is safely in the log, behind all that was handed over before. Fails
   * when there is no knowing, and at once when nothing is taken any more.
   */
  public Future<Void> append(EventRecord event) {
    Promise<Void> done = Promise.promise();
    if (over || !queue.offer(new Waiting(new Stamped(event, Stamp.NONE), done))) {
      return Future.failedFuture(new LogUnavailableException("the log takes no more events"));
    }
    if (over) {
      // It ended while this one came in, perhaps after the last look at the queue.
      refuse(List.of(), new LogUnavailableException("the log takes no more events"));
    }
    return done.future();
  }

  /** True when nothing can be appended here any more. */
  public boolean isOver() {
    return over;
  }

  /** Takes nothing more; what waits and is not under way fails. */
  public void close() {
    over = true;
    worker.interrupt();
  }

  private void work() {
    List<Waiting> batch = new ArrayList<>();
    try {
      while (!over) {
        batch.add(queue.take());
        queue.drainTo(batch, LARGEST_BATCH - 1);
        log.append(batch.stream().map(Waiting::event).toList());
        batch.forEach(waiting -> waiting.done().complete());
        batch.clear();
      }
      refuse(batch, new LogUnavailableException("the partition was given back"));
    } catch (LogUnavailableException failure) {
      refuse(batch, failure);
    } catch (InterruptedException closed) {
      refuse(batch, new LogUnavailableException("the partition was given back", closed));
    } finally {
      // The producer has threads of its own to wait for.
      boolean _ = Thread.interrupted();
      log.close();
    }
  }

  private void refuse(List<Waiting> batch, LogUnavailableException why) {
    over = true;
    batch.forEach(waiting -> waiting.done().tryFail(why));
    for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
      next.done().tryFail(why);
    }
  }
}
