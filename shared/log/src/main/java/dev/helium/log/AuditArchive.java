package dev.helium.log;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads again who asked for what, the newest first, for a person who looks back.
 *
 * <p>At most {@value #AT_ONCE} reads go on at once and {@value #MOST} are taken on; the rest is
 * refused.
 */
public final class AuditArchive {
  private static final int AT_ONCE = 2;
  private static final int MOST = 16;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final LogSettings settings;
  private final WorkerExecutor threads;
  private final AtomicInteger taken = new AtomicInteger();

  public AuditArchive(Vertx vertx, LogSettings settings) {
    this.settings = settings;
    this.threads =
        vertx.createSharedWorkerExecutor(
            "audit-archive", AT_ONCE, 4 * LONGEST.toSeconds(), TimeUnit.SECONDS);
  }

  /**
   * One page. Fails with a {@link LogUnavailableException} when the log does not answer in time or
   * too many ask.
   *
   * @param query whose workspace, if there is one, is the name of one
   */
  public Future<AuditPage> read(AuditQuery query) {
    if (taken.incrementAndGet() > MOST) {
      taken.decrementAndGet();
      return Future.failedFuture(
          new LogUnavailableException("too much of the audit is being read already"));
    }
    return threads
        .executeBlocking(() -> readNow(query), false)
        .onComplete(ignored -> taken.decrementAndGet());
  }

  /** Ends after the reads under way. */
  public Future<Void> close() {
    return threads.close();
  }

  private AuditPage readNow(AuditQuery query) throws LogUnavailableException {
    try (AuditReader reader = new AuditReader(settings, LONGEST)) {
      return reader.page(query);
    }
  }
}
