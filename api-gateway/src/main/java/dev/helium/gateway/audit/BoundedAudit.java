package dev.helium.gateway.audit;

import dev.helium.domain.AuditEntry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries on their way to the log, at most {@value #MOST_UNDER_WAY} at once. What is not written is
 * counted, and said in the log of the process every {@value #SECONDS_BETWEEN_WARNINGS} s at most.
 */
public final class BoundedAudit {
  private static final Logger LOG = LoggerFactory.getLogger(BoundedAudit.class);
  private static final int MOST_UNDER_WAY = 1_000;
  private static final int SECONDS_BETWEEN_WARNINGS = 10;
  private static final long NEVER = Long.MIN_VALUE;

  private final Function<AuditEntry, Future<Void>> log;
  private final Semaphore places = new Semaphore(MOST_UNDER_WAY);
  private final Map<Loss, Counter> losses = new EnumMap<>(Loss.class);
  private final AtomicLong warned = new AtomicLong(NEVER);

  /**
   * @param log completes when an entry is safe
   */
  public BoundedAudit(Function<AuditEntry, Future<Void>> log, MeterRegistry meters) {
    this.log = log;
    for (Loss loss : Loss.values()) {
      losses.put(
          loss,
          Counter.builder("helium.audit.lost")
              .description("Requests that are not in the audit although they should be")
              .tag("reason", loss.word())
              .register(meters));
    }
  }

  /** Returns at once, whatever becomes of it. */
  void append(AuditEntry entry) {
    if (!places.tryAcquire()) {
      lost(Loss.QUEUE_FULL);
      return;
    }
    log.apply(entry)
        .onComplete(ignored -> places.release())
        .onFailure(ignored -> lost(Loss.LOG_AWAY));
  }

  /** Counts one that is not written. */
  void lost(Loss loss) {
    losses.get(loss).increment();
    long now = System.nanoTime();
    long last = warned.get();
    boolean due =
        last == NEVER || now - last > Duration.ofSeconds(SECONDS_BETWEEN_WARNINGS).toNanos();
    if (due && warned.compareAndSet(last, now)) {
      LOG.atWarn()
          .addKeyValue("reason", loss.word())
          .addKeyValue("count", (long) losses.get(loss).count())
          .log("requests are missing in the audit");
    }
  }
}
