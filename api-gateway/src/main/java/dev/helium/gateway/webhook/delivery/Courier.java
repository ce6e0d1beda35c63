package dev.helium.gateway.webhook.delivery;

import dev.helium.domain.webhook.Attempt;
import dev.helium.domain.webhook.AttemptOutcome;
import dev.helium.domain.webhook.DeliveryProgress;
import dev.helium.domain.webhook.DeliveryState;
import dev.helium.domain.webhook.DeliveryState.Parked;
import dev.helium.domain.webhook.ParkingReason;
import dev.helium.domain.webhook.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to one webhook: the events of one workspace one after the other, those of several side
 * by side. For one event loop.
 *
 * <p>While nothing gets through, one event at a time is tried: a receiver that does not answer has
 * no more than one request to wait for.
 */
final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final Duration NOT_NOW = Duration.ofSeconds(1);
  private static final int NEVER = Integer.MAX_VALUE;

  private final Parts parts;
  private final Lanes lanes = new Lanes();
  private final Lookout lookout;
  private final Attempts attempts;
  private final Trips trips;
  private Webhook webhook;
  private DeliveryState state;
  private int round;
  private int redelivery;
  private Instant notBefore = Instant.MIN;
  private boolean changed;
  private boolean moved;
  private boolean closed;
  private long timer = -1;

  /**
   * @param kept how far it had come
   */
  Courier(Parts parts, Webhook webhook, DeliveryProgress kept) {
    this.parts = parts;
    this.webhook = webhook;
    this.state = kept.state();
    this.round = kept.round();
    this.redelivery = kept.redelivery();
    this.attempts = new Attempts(kept.attempts());
    this.trips = new Trips(parts);
    lanes.restore(kept.held());
    this.lookout =
        new Lookout(parts, kept.next(), () -> this.webhook.filter(), this::room, this::found);
    define(webhook);
  }

  Webhook webhook() {
    return webhook;
  }

  /** Takes what people want of it now. */
  void define(Webhook newest) {
    webhook = newest;
    if (newest.round().number() > round) {
      round = newest.round().number();
      state = new DeliveryState.Delivering();
      notBefore = Instant.MIN;
      int exhausted = parts.settings().retries().pauses().size() + 1;
      lanes.anew(newest.round().skipping() ? exhausted : NEVER, now());
      changed = true;
    }
    if (newest.redelivery().number() > redelivery) {
      redelivery = newest.redelivery().number();
      newest.redelivery().places().forEach(places -> lanes.addAgain(places, now()));
      changed = true;
    }
    goOn();
  }

  /** There is something new in these partitions. */
  void wake(BitSet partitions) {
    lookout.wake(partitions);
  }

  /** Whether anything was found or tried that is not kept yet. */
  boolean isChanged() {
    return changed;
  }

  /** Whether at least more was looked through than is kept. */
  boolean isMoved() {
    return changed || moved;
  }

  /** How far it has come, to be kept. */
  DeliveryProgress progress() {
    changed = false;
    moved = false;
    return new DeliveryProgress(
        webhook.id(),
        round,
        state,
        lookout.next(),
        lanes.kept(),
        redelivery,
        attempts.all(),
        now());
  }

  /** What was to be kept was not. */
  void changedAgain() {
    changed = true;
  }

  boolean isParked() {
    return state instanceof Parked;
  }

  /** How long the oldest event waits that is to be delivered. */
  Duration lag(Instant at) {
    return isOpen()
        ? lanes.oldest().map(since -> Duration.between(since, at)).orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  /** Nothing more is sent; what is on its way comes to its end. */
  void close() {
    closed = true;
    parts.vertx().cancelTimer(timer);
  }

  /** Whether anything is on its way. */
  boolean isBusy() {
    return trips.underWay() > 0;
  }

  private boolean isOpen() {
    return !closed && !webhook.paused() && !isParked();
  }

  private int room() {
    return isOpen() ? parts.settings().mostHeld() - lanes.size() : 0;
  }

  private void found(List<FoundEvent> events) {
    moved = true;
    changed |= !events.isEmpty();
    events.forEach(event -> lanes.add(event.workspace(), event.offset(), event.time(), now()));
    send();
  }

  private void goOn() {
    lookout.look();
    send();
  }

  private void send() {
    parts.vertx().cancelTimer(timer);
    Instant now = now();
    while (isOpen() && !notBefore.isAfter(now) && trips.underWay() < atOnce()) {
      Optional<Lane> lane = lanes.ready(now);
      if (lane.isEmpty()) {
        break;
      }
      go(lane.get());
    }
    if (isOpen()) {
      lanes.nextDue().ifPresent(due -> wakeAt(due.isAfter(notBefore) ? due : notBefore, now));
    }
  }

  private int atOnce() {
    return lanes.isFailing() ? 1 : parts.settings().atOnce();
  }

  /** Those that could go and have no room go when somebody comes back. */
  private void wakeAt(Instant due, Instant now) {
    if (due.isAfter(now)) {
      long pause =
          Math.min(Duration.between(now, due).toMillis() + 1, Duration.ofHours(1).toMillis());
      timer = parts.vertx().setTimer(pause, ignored -> send());
    }
  }

  private void go(Lane lane) {
    lane.onItsWay(true);
    trips
        .go(webhook, lane)
        .onSuccess(
            trip -> {
              lane.onItsWay(false);
              settle(lane, trip);
            });
  }

  private void settle(Lane lane, Trip trip) {
    Instant now = now();
    changed = true;
    switch (trip) {
      case Trip.NotWanted ignored -> lanes.drop(lane, now);
      case Trip.NotNow ignored -> lane.dueAt(now.plus(NOT_NOW));
      case Trip.Made made -> {
        switch (made.verdict()) {
          case Verdict.Delivered(int status) -> {
            note(lane, made, AttemptOutcome.DELIVERED, status, "It was taken.", Attempt.NONE);
            lanes.delivered(lane, now);
          }
          case Verdict.Failed failed -> failed(lane, made, failed, now);
          case Verdict.Gone(int status) -> {
            note(lane, made, AttemptOutcome.GONE, status, "It wants no more.", Attempt.NONE);
            lanes.failed(lane);
            park(ParkingReason.GONE, "The receiver answered 410: it wants no more.");
          }
        }
      }
    }
    goOn();
  }

  private void failed(Lane lane, Trip.Made made, Verdict.Failed failed, Instant now) {
    lanes.failed(lane);
    Optional<Duration> pause =
        parts.settings().retries().pauseAfter(lane.failures(), parts.random());
    if (pause.isEmpty()) {
      note(lane, made, AttemptOutcome.EXHAUSTED, failed.status(), failed.detail(), Attempt.NONE);
      park(
          ParkingReason.EXHAUSTED,
          "An event of %s was not taken in %d tries. The last time: %s"
              .formatted(lane.workspace(), lane.failures(), failed.detail()));
      return;
    }
    Instant asked = now.plus(failed.retryAfter());
    notBefore = asked.isAfter(notBefore) ? asked : notBefore;
    Instant next = now.plus(pause.get());
    lane.dueAt(next.isAfter(notBefore) ? next : notBefore);
    note(lane, made, AttemptOutcome.FAILED, failed.status(), failed.detail(), lane.dueAt());
  }

  private void note(
      Lane lane,
      Trip.Made made,
      AttemptOutcome outcome,
      int status,
      String detail,
      Instant nextTry) {
    parts.meters().attempted(outcome, made.took());
    attempts.add(
        new Attempt(
            made.at(),
            made.event(),
            made.type(),
            made.number(),
            outcome,
            status,
            made.took().toMillis(),
            detail,
            nextTry));
    LOG.atDebug()
        .addKeyValue("webhook", webhook.id())
        .addKeyValue("workspace", lane.workspace())
        .addKeyValue("outcome", outcome.word())
        .addKeyValue("status", status)
        .log("tried to deliver an event");
  }

  private void park(ParkingReason reason, String why) {
    state = new Parked(now(), reason, why);
    LOG.atWarn()
        .addKeyValue("webhook", webhook.id())
        .addKeyValue("owner", webhook.owner())
        .addKeyValue("reason", reason.word())
        .log("a webhook is parked until somebody resumes it");
  }

  private Instant now() {
    return parts.clock().instant();
  }
}
