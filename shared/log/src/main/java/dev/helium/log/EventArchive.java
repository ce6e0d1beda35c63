package dev.helium.log;

import dev.helium.domain.WorkspaceId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads events of one workspace again, from where they are known to stand in the log.
 *
 * <p>At most {@value #AT_ONCE} reads go on at once and {@value #MOST} are taken on; the rest is
 * refused.
 */
public final class EventArchive {
  private static final int AT_ONCE = 4;
  private static final int MOST = 64;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final LogSettings settings;
  private final WorkerExecutor threads;
  private final AtomicInteger taken = new AtomicInteger();
  private final Queue<ArchiveReader> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  public EventArchive(Vertx vertx, LogSettings settings) {
    this.settings = settings;
    this.threads =
        vertx.createSharedWorkerExecutor(
            "event-archive", AT_ONCE, 2 * LONGEST.toSeconds(), TimeUnit.SECONDS);
  }

  /**
   * The events at these offsets, in order; what is not an event of the workspace there, or cannot
   * be read, is left out. Fails with a {@link LogUnavailableException} when the log does not answer
   * within 10 s or too many ask.
   *
   * @param offsets rising
   */
  public Future<List<Delivery>> read(WorkspaceId id, List<Long> offsets) {
    if (offsets.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    if (closed || taken.incrementAndGet() > MOST) {
      taken.decrementAndGet();
      return Future.failedFuture(
          new LogUnavailableException("too much of the log is being read already"));
    }
    List<Long> wanted = List.copyOf(offsets);
    long deadline = System.nanoTime() + LONGEST.toNanos();
    return threads
        .executeBlocking(() -> readNow(id, wanted, deadline), false)
        .onComplete(ignored -> taken.decrementAndGet());
  }

  /** Ends after the reads under way. */
  public Future<Void> close() {
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

  private List<Delivery> readNow(WorkspaceId id, List<Long> offsets, long deadline)
      throws LogUnavailableException {
    ArchiveReader reader = idle.poll();
    if (reader == null) {
      reader = new ArchiveReader(settings);
    }
    boolean usable = false;
    try {
      List<Delivery> events = reader.read(id, offsets, deadline);
      usable = true;
      return events;
    } finally {
      giveBack(reader, usable);
    }
  }

  private void giveBack(ArchiveReader reader, boolean usable) {
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
    ArchiveReader reader = idle.poll();
    while (reader != null) {
      reader.close();
      reader = idle.poll();
    }
  }
}
