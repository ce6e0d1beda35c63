package dev.helium.log;

import dev.helium.domain.Backoff;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over every event from the beginning, or from given offsets, on, each at least once.
 *
 * <p>A log that cannot be reached is tried again, with pauses and without limit, until it can;
 * whoever started this is told so meanwhile.
 */
public final class EventFollower {
  private static final Logger LOG = LoggerFactory.getLogger(EventFollower.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

  private final Vertx vertx;
  private final LogSettings settings;
  private final EventHandler handler;
  private final UnreadableHandler unreadable;
  private final Runnable reading;
  private final Consumer<String> interrupted;
  private final Map<Integer, Long> next = new ConcurrentHashMap<>();
  private final Promise<Void> caughtUp = Promise.promise();
  private volatile boolean closed;
  private volatile TopicAdministration topics;
  private volatile Future<EventTail> tail = Future.failedFuture("never started");
  private final AtomicInteger failures = new AtomicInteger();

  /**
   * Nothing is read before the start.
   *
   * @param reading called when all that was in the log when the reading began has been handled
   * @param interrupted told why, without secrets, when the reading has to begin again
   */
  public EventFollower(
      Vertx vertx,
      LogSettings settings,
      EventHandler handler,
      UnreadableHandler unreadable,
      Runnable reading,
      Consumer<String> interrupted) {
    this(vertx, settings, Map.of(), handler, unreadable, reading, interrupted);
  }

  /**
   * The same for who knows what the events before some offsets say.
   *
   * @param from the next offset by partition; partitions not named begin at their beginning
   */
  public EventFollower(
      Vertx vertx,
      LogSettings settings,
      Map<Integer, Long> from,
      EventHandler handler,
      UnreadableHandler unreadable,
      Runnable reading,
      Consumer<String> interrupted) {
    this.next.putAll(from);
    this.vertx = vertx;
    this.settings = settings;
    this.handler = handler;
    this.unreadable = unreadable;
    this.reading = reading;
    this.interrupted = interrupted;
  }

  /** The same, from the next offset by partition on. */
  public EventFollower from(Map<Integer, Long> offsets) {
    next.putAll(offsets);
    return this;
  }

  /** Completes when everything that was in the log at the start has been handled. */
  public Future<Void> start() {
    follow();
    return caughtUp.future();
  }

  /**
   * Completes when everything that is in the log now has been handled. It is read beside the
   * following, from where that is, so an event may be handed over once more.
   */
  public Future<Void> upToNow() {
    Map<Integer, Long> from = new HashMap<>();
    for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
      from.put(partition, next.getOrDefault(partition, 0L));
    }
    return EventTail.replay(vertx, settings, from, handler);
  }

  /** Events that are in the log and not handled, as far as it can be read. From any thread. */
  public long lag() {
    return tail.succeeded() ? tail.result().lag() : 0;
  }

  /** How long something has waited here without progress. From any thread. */
  public Duration standstill() {
    return tail.succeeded() ? tail.result().standstill() : Duration.ZERO;
  }

  /** Completes when no further event will be handed over. */
  public Future<Void> close() {
    closed = true;
    Optional.ofNullable(topics).ifPresent(TopicAdministration::giveUp);
    return tail.compose(EventTail::close).otherwiseEmpty();
  }

  private void follow() {
    if (closed) {
      return;
    }
    EventTail opening = new EventTail(vertx, settings, Map.copyOf(next), this::take, unreadable);
    topics = new TopicAdministration(vertx, settings);
    tail = topics.ensure().compose(ignored -> opening.start()).map(opening);
    tail.onSuccess(started -> started.caughtUp().onSuccess(ignored -> reached()))
        .compose(EventTail::ended)
        .onFailure(this::beginAgain);
  }

  private Future<Void> take(Delivery delivery) {
    return handler
        .handle(delivery)
        .onSuccess(ignored -> next.put(delivery.partition(), delivery.offset() + 1));
  }

  private void reached() {
    failures.set(0);
    reading.run();
    caughtUp.tryComplete();
  }

  private void beginAgain(Throwable failure) {
    if (closed) {
      return;
    }
    int failed = failures.incrementAndGet();
    Duration pause = BACKOFF.pauseAfter(failed);
    interrupted.accept("the log cannot be read: " + failure.getMessage());
    LOG.atWarn()
        .addKeyValue("failures", failed)
        .addKeyValue("pause", pause)
        .addKeyValue("failure", failure.toString())
        .log("following the log is interrupted and begins again");
    tail.onSuccess(EventTail::close);
    vertx.timer(pause.toMillis(), TimeUnit.MILLISECONDS).onSuccess(ignored -> follow());
  }
}
