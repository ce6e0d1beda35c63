package dev.helium.watcher.following;

import dev.helium.log.Delivery;
import dev.helium.log.EventHandler;
import dev.helium.log.EventTail;
import dev.helium.log.LogSettings;
import dev.helium.log.TopicAdministration;
import dev.helium.service.Health;
import dev.helium.watcher.publishing.Backoff;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over every event from the beginning on, each at least once.
 *
 * <p>A log that cannot be reached is tried again, with pauses, until it can; the check of the
 * health says so meanwhile.
 */
public final class EventFollower {
  public static final String CHECK = "events are read";

  private static final Logger LOG = LoggerFactory.getLogger(EventFollower.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

  private final Vertx vertx;
  private final LogSettings settings;
  private final EventHandler handler;
  private final Health health;
  private final Map<Integer, Long> next = new ConcurrentHashMap<>();
  private final Promise<Void> caughtUp = Promise.promise();
  private volatile boolean closed;
  private volatile Future<EventTail> tail = Future.failedFuture("never started");
  private final AtomicInteger failures = new AtomicInteger();

  public EventFollower(Vertx vertx, LogSettings settings, EventHandler handler, Health health) {
    this.vertx = vertx;
    this.settings = settings;
    this.handler = handler;
    this.health = health;
    health.expect(CHECK);
  }

  /** Completes when everything that was in the log at the start has been handled. */
  public Future<Void> start() {
    follow();
    return caughtUp.future();
  }

  /** Completes when no further event will be handed over. */
  public Future<Void> close() {
    closed = true;
    return tail.compose(EventTail::close).otherwiseEmpty();
  }

  private void follow() {
    if (closed) {
      return;
    }
    EventTail opening = new EventTail(vertx, settings, Map.copyOf(next), this::take);
    tail =
        TopicAdministration.ensure(vertx, settings)
            .compose(ignored -> opening.start())
            .map(opening);
    tail.onSuccess(started -> started.caughtUp().onSuccess(ignored -> reached()))
        .compose(EventTail::ended)
        .onFailure(this::interrupted);
  }

  private Future<Void> take(Delivery delivery) {
    return handler
        .handle(delivery)
        .onSuccess(ignored -> next.put(delivery.partition(), delivery.offset() + 1));
  }

  private void reached() {
    failures.set(0);
    health.ready(CHECK);
    caughtUp.tryComplete();
  }

  private void interrupted(Throwable failure) {
    if (closed) {
      return;
    }
    int failed = failures.incrementAndGet();
    Duration pause = BACKOFF.pauseAfter(failed);
    health.notReady(CHECK, "the log cannot be read: " + failure.getMessage());
    LOG.atWarn()
        .addKeyValue("failures", failed)
        .addKeyValue("pause", pause)
        .addKeyValue("failure", failure.toString())
        .log("following the log is interrupted and begins again");
    tail.onSuccess(EventTail::close);
    vertx.timer(pause.toMillis(), TimeUnit.MILLISECONDS).onSuccess(ignored -> follow());
  }
}
