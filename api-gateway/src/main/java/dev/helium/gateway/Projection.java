package dev.helium.gateway;

import dev.helium.gateway.recent.Shown;
import dev.helium.log.Delivery;
import dev.helium.log.EventEntry;
import dev.helium.log.EventTail;
import dev.helium.log.LogSettings;
import dev.helium.log.PassOver;
import dev.helium.log.Snapshots;
import dev.helium.log.TopicAdministration;
import dev.helium.log.Unreadable;
import dev.helium.log.UnreadableHandler;
import dev.helium.service.ServiceContext;
import dev.helium.view.GapException;
import dev.helium.view.Projector;
import dev.helium.view.SnapshotSource;
import dev.helium.view.ViewMember;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the view up to date with the log, for as long as the process lives.
 *
 * <p>Whatever ends it, it begins again after a pause that grows to {@value #LONGEST_PAUSE_SECONDS}
 * s; its check of the health says why it is not ready. Where the view has a hole it is built again
 * from the snapshots and the log.
 */
final class Projection {
  private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
  private static final String CHECK = "projection";
  private static final long LONGEST_PAUSE_SECONDS = 30;
  private static final long FIRST_PAUSE_MILLISECONDS = 500;

  private final ServiceContext service;
  private final Vertx vertx;
  private final LogSettings log;
  private final ViewMember member;
  private final Shown shown;
  private final InstantSource clock;
  private final UnreadableHandler unreadable;
  private final ProjectionMeters meters;
  private volatile boolean caughtUp;
  private volatile boolean closed;
  private volatile boolean holed;
  private volatile TopicAdministration topics;
  private volatile Promise<Void> interruption = Promise.promise();
  private volatile Optional<EventTail> reading = Optional.empty();
  private volatile Future<Void> following = Future.succeededFuture();
  private int failures;

  Projection(
      ServiceContext service,
      LogSettings log,
      ViewMember member,
      Shown shown,
      InstantSource clock) {
    this.service = service;
    this.vertx = service.vertx();
    this.log = log;
    this.member = member;
    this.shown = shown;
    this.clock = clock;
    this.unreadable = new PassOver(service.meters());
    this.meters = new ProjectionMeters(service.meters());
    service.health().expect(CHECK);
    member.onLoss(this::rebuild);
  }

  /** True while the view shows all that had happened when this process began to read. */
  boolean isCaughtUp() {
    return caughtUp;
  }

  /** Events of the log that were not delivered here. From any thread. */
  long lag() {
    return reading.map(EventTail::lag).orElse(0L);
  }

  /** How long something has waited here without progress. From any thread. */
  Duration standstill() {
    return reading.map(EventTail::standstill).orElse(Duration.ZERO);
  }

  void start() {
    run();
  }

  /** Completes when nothing is read any more. */
  Future<Void> close() {
    closed = true;
    Optional.ofNullable(topics).ifPresent(TopicAdministration::giveUp);
    interruption.tryFail(new ViewLostException());
    return following.otherwiseEmpty();
  }

  private void rebuild() {
    holed = true;
    interruption.tryFail(new ViewLostException());
  }

  private void run() {
    interruption = Promise.promise();
    boolean whole = holed;
    holed = false;
    meters.begins();
    topics = new TopicAdministration(vertx, log);
    topics
        .ensure()
        .compose(
            ignored ->
                whole ? member.rebuildingProjector(this::kept) : member.projector(this::kept))
        .compose(projector -> following = follow(projector, whole))
        .onFailure(cause -> again(cause, whole));
  }

  private Future<SnapshotSource.Part> kept(int partition) {
    return Snapshots.read(vertx, log, partition)
        .map(kept -> new SnapshotSource.Part(kept.next(), kept.workspaces().values()));
  }

  /** Never succeeds: following ends only with a failure. */
  private Future<Void> follow(Projector projector, boolean whole) {
    if (closed) {
      return Future.failedFuture("closed");
    }
    Map<Integer, Long> taken = new ConcurrentHashMap<>(projector.from());
    EventTail tail =
        new EventTail(
            vertx,
            log,
            projector.from(),
            delivery -> settling(projector, taken, delivery, take(projector, delivery)),
            record ->
                unreadable
                    .handle(record)
                    .compose(
                        ignored ->
                            settling(projector, taken, record, passOver(projector, record))));
    reading = Optional.of(tail);
    Future<Void> up =
        tail.start()
            .compose(ignored -> tail.caughtUp())
            .compose(ignored -> projector.settled())
            .onSuccess(ignored -> ready(projector, taken, whole));
    return Future.all(up, tail.ended(), projector.ended(), interruption.future())
        .<Void>mapEmpty()
        .eventually(tail::close);
  }

  private Future<Void> take(Projector projector, Delivery delivery) {
    if (caughtUp) {
      meters.late(Duration.between(delivery.record().time(), clock.instant()));
    }
    return projector.project(delivery.record(), delivery.partition(), delivery.offset());
  }

  /** Says that the view shows what was taken, once it does. */
  private Future<Void> settling(
      Projector projector, Map<Integer, Long> taken, EventEntry entry, Future<Void> room) {
    long next = entry.offset() + 1;
    taken.put(entry.partition(), next);
    if (caughtUp) {
      projector.settled().onSuccess(ignored -> shown.upTo(entry.partition(), next));
    }
    return room;
  }

  private static Future<Void> passOver(Projector projector, Unreadable record) {
    return record
        .envelope()
        .map(
            envelope ->
                projector.passOver(envelope, record.place().partition(), record.place().offset()))
        .orElseGet(Future::succeededFuture);
  }

  private void ready(Projector projector, Map<Integer, Long> taken, boolean whole) {
    projector.caughtUp();
    meters.caughtUp(whole);
    failures = 0;
    caughtUp = true;
    Map<Integer, Long> before = Map.copyOf(taken);
    projector
        .settled()
        .onSuccess(
            ignored -> {
              before.forEach(shown::upTo);
              shown.begun();
            });
    service.health().ready(CHECK);
    LOG.atInfo().log("the view has caught up with the log");
  }

  private void again(Throwable cause, boolean whole) {
    boolean unfinished = whole && !caughtUp;
    caughtUp = false;
    if (closed) {
      return;
    }
    holed |= cause instanceof GapException || unfinished;
    long pause =
        Math.min(
            TimeUnit.SECONDS.toMillis(LONGEST_PAUSE_SECONDS),
            FIRST_PAUSE_MILLISECONDS << Math.min(failures++, 6));
    service.health().notReady(CHECK, "begins again: " + cause.getMessage());
    LOG.atWarn()
        .addKeyValue("rebuild", holed)
        .addKeyValue("pause", pause)
        .setCause(cause)
        .log("the view is not kept up to date and begins again");
    vertx.setTimer(pause, ignored -> run());
  }
}
