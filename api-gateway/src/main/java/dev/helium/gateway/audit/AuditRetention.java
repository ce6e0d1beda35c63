package dev.helium.gateway.audit;

import dev.helium.domain.Backoff;
import dev.helium.log.LogSettings;
import dev.helium.log.TopicAdministration;
import dev.helium.log.TopicRetention;
import dev.helium.wire.Topics;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the log keep the audit as long as is set. Until the log answers it is tried again, with
 * pauses and without limit; meanwhile the audit is kept as before.
 */
public final class AuditRetention {
  private static final Logger LOG = LoggerFactory.getLogger(AuditRetention.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final Vertx vertx;
  private final LogSettings log;
  private final Duration keep;
  private final AtomicInteger failures = new AtomicInteger();
  private volatile TopicAdministration topics;
  private volatile boolean closed;

  public AuditRetention(Vertx vertx, LogSettings log, Duration keep) {
    this.vertx = vertx;
    this.log = log;
    this.keep = keep;
  }

  /** Returns at once. */
  public void start() {
    if (!closed) {
      topics = new TopicAdministration(vertx, log);
      topics
          .ensure()
          .compose(ignored -> TopicRetention.set(vertx, log, Topics.AUDIT, keep))
          .onFailure(this::again);
    }
  }

  public void close() {
    closed = true;
    Optional.ofNullable(topics).ifPresent(TopicAdministration::giveUp);
  }

  private void again(Throwable failure) {
    if (closed) {
      return;
    }
    Duration pause = BACKOFF.pauseAfter(failures.incrementAndGet());
    LOG.atWarn()
        .addKeyValue("keep", keep)
        .addKeyValue("pause", pause)
        .addKeyValue("failure", failure.toString())
        .log("how long the audit is kept could not be set and is tried again");
    vertx.timer(pause.toMillis(), TimeUnit.MILLISECONDS).onSuccess(ignored -> start());
  }
}
