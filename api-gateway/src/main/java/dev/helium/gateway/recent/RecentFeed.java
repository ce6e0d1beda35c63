package dev.helium.gateway.recent;

import dev.helium.domain.Backoff;
import dev.helium.gateway.context.OnContext;
import dev.helium.log.EventArchive;
import dev.helium.log.EventBounds;
import dev.helium.log.EventPages;
import dev.helium.log.LogIdentity;
import dev.helium.log.LogSettings;
import dev.helium.log.TopicAdministration;
import dev.helium.service.ServiceContext;
import dev.helium.view.WorkspaceViews;
import dev.helium.wire.Topics;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one reader of events of this gateway, and what it keeps, from its start to its end. */
public final class RecentFeed {
  static final String CHECK = "recent events";

  private static final Logger LOG = LoggerFactory.getLogger(RecentFeed.class);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));

  /** Of each partition, so that whoever comes back after a restart need not read the log. */
  private static final int READ_AGAIN = 500;

  private final ServiceContext service;
  private final Vertx vertx;
  private final Context context;
  private final LogSettings log;
  private final int kept;
  private final EventPages pages;
  private final Besides besides;
  private final Shown shown;
  private final List<IntConsumer> listeners = new CopyOnWriteArrayList<>();
  private final Promise<Recent> begun = Promise.promise();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile TopicAdministration topics;
  private volatile RecentReader reader;
  private volatile boolean closed;

  /**
   * Nothing is read before the start.
   *
   * @param kept events that are kept
   * @param shown what the view shows
   * @param caughtUp whether the view is whole
   */
  public RecentFeed(
      ServiceContext service,
      LogSettings log,
      int kept,
      WorkspaceViews views,
      EventArchive archive,
      Shown shown,
      BooleanSupplier caughtUp) {
    this.service = service;
    this.vertx = service.vertx();
    this.context = vertx.getOrCreateContext();
    this.log = log;
    this.kept = kept;
    this.pages = new EventPages(vertx, log);
    this.besides = new Besides(views, archive, caughtUp);
    this.shown = shown;
    service.health().expect(CHECK);
  }

  /** What stands beside events, for who reads older ones. */
  public Besides besides() {
    return besides;
  }

  /** The log, for who reads older ones. */
  public EventPages pages() {
    return pages;
  }

  /**
   * Asks to be told of each partition that has another event that is kept. On the thread that
   * reads, so it has to return at once. Before the start.
   */
  public void onNew(IntConsumer listener) {
    listeners.add(listener);
  }

  /** Completes when all that was in the log is kept, as far as there is room; never fails. */
  public Future<Recent> begun() {
    return begun.future();
  }

  /** Returns at once. A log that cannot be reached is tried again, with pauses, until it can. */
  public void start() {
    if (closed) {
      return;
    }
    topics = new TopicAdministration(vertx, log);
    topics
        .ensure()
        .compose(ignored -> LogIdentity.read(vertx, log))
        // What is deployed on the thread of a reader goes with that reader.
        .compose(cluster -> OnContext.of(context, shown.beginning()).map(cluster))
        .compose(cluster -> pages.bounds().compose(bounds -> read(cluster, bounds)))
        .onSuccess(begun::tryComplete)
        .onFailure(this::startAgain);
  }

  /** Events of the log that are not kept yet. From any thread. */
  public long lag() {
    return Optional.ofNullable(reader).map(RecentReader::lag).orElse(0L);
  }

  /** How long something has waited here without progress. From any thread. */
  public Duration standstill() {
    return Optional.ofNullable(reader).map(RecentReader::standstill).orElse(Duration.ZERO);
  }

  /** Completes when nothing is read any more. */
  public Future<Void> close() {
    closed = true;
    Optional.ofNullable(topics).ifPresent(TopicAdministration::giveUp);
    return Optional.ofNullable(reader)
        .map(RecentReader::close)
        .orElseGet(Future::succeededFuture)
        .eventually(pages::close);
  }

  private Future<Recent> read(String cluster, EventBounds bounds) {
    if (closed) {
      return Future.failedFuture("closed");
    }
    PositionFormat format = new PositionFormat(cluster);
    Position present = Position.of(bounds.ends());
    RecentEvents recent =
        new RecentEvents(
            kept, RecentEvents.MOST_BYTES, Position.of(beginning(bounds)), present, format);
    RecentReader opening =
        new RecentReader(vertx, log, service.health(), recent, present, shown, besides, this::tell);
    reader = opening;
    return OnContext.of(context, opening.start()).map(new Recent(format, recent));
  }

  private Map<Integer, Long> beginning(EventBounds bounds) {
    Map<Integer, Long> offsets = new HashMap<>();
    long each = Math.min(READ_AGAIN, kept / Topics.PARTITIONS);
    bounds
        .ends()
        .forEach(
            (partition, end) ->
                offsets.put(
                    partition,
                    Math.max(bounds.beginnings().getOrDefault(partition, 0L), end - each)));
    return offsets;
  }

  private void tell(int partition) {
    listeners.forEach(listener -> listener.accept(partition));
  }

  private void startAgain(Throwable failure) {
    if (closed) {
      return;
    }
    Duration pause = BACKOFF.pauseAfter(failures.incrementAndGet());
    service.health().notReady(CHECK, "begins again: " + failure.getMessage());
    LOG.atWarn()
        .addKeyValue("pause", pause)
        .addKeyValue("failure", failure.toString())
        .log("the newest events cannot be followed yet and are tried again");
    vertx.timer(pause.toMillis(), TimeUnit.MILLISECONDS).onSuccess(ignored -> start());
  }
}
