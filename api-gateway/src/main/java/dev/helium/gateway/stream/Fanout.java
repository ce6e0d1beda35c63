package dev.helium.gateway.stream;

import dev.helium.gateway.recent.Edge;
import dev.helium.gateway.recent.Position;
import dev.helium.gateway.recent.RecentEvents;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * All streams of this gateway, on an event loop of their own: sends the recent events to those who
 * are up to date, and ends those who may not or cannot listen any longer. A subscriber that does
 * not take what it is sent is passed over until it has, so nobody waits for it.
 */
final class Fanout extends VerticleBase {
  /** How often a subscriber may fall behind what is kept. */
  private static final int MOST_FALLS = 10;

  private static final long TICK_MILLISECONDS = 1_000;

  private final RecentEvents recent;
  private final RecentReading reading;
  private final SseText text;
  private final StreamSettings settings;
  private final Places places;
  private final StreamMeters meters;
  private final InstantSource clock;
  private Behind behind = ignored -> false;
  private Rounds rounds;
  private Audience audience;
  private Sending sending;
  private Rechecks rechecks;

  Fanout(
      RecentEvents recent,
      SseText text,
      StreamSettings settings,
      Places places,
      StreamMeters meters,
      InstantSource clock) {
    this.recent = recent;
    this.reading = new RecentReading(recent, text);
    this.text = text;
    this.settings = settings;
    this.places = places;
    this.meters = meters;
    this.clock = clock;
  }

  /** Takes those who have fallen behind what is kept. */
  @FunctionalInterface
  interface Behind {
    /** False when it cannot take one more. */
    boolean take(Subscriber subscriber);
  }

  /** Before the start. */
  void onBehind(Behind taker) {
    behind = taker;
  }

  @Override
  public Future<?> start() {
    rounds = new Rounds(context, recent, meters, clock, this::offer);
    audience = new Audience(context, places, meters, rounds::remove);
    sending = new Sending(context, this::taken, lost -> audience.left(lost, EndReason.CLIENT));
    rechecks =
        new Rechecks(
            context, settings.recheck(), refused -> audience.end(refused, EndReason.EXPIRED));
    vertx.setPeriodic(TICK_MILLISECONDS, ignored -> tick());
    return Future.succeededFuture();
  }

  /** Says that what comes from now on is new. From any thread. */
  void open() {
    context.runOnContext(ignored -> rounds.measure());
  }

  /** Says that there are more recent events. From any thread. */
  void wake() {
    rounds.wake();
  }

  /** Begins a stream, with its first words. From any thread. */
  void join(Subscriber subscriber, Buffer beginning, Runnable begun) {
    context.runOnContext(
        ignored -> {
          sending.send(subscriber, beginning, Promise.promise());
          audience.add(subscriber);
          begun.run();
        });
  }

  /**
   * Feeds a subscriber from the recent events from now on; false when they begin after its
   * position. From any thread; fails when it is not there any more.
   */
  Future<Boolean> goLive(Subscriber subscriber, Position position) {
    return whenIdle(subscriber, promise -> promise.complete(isLive(subscriber, position)));
  }

  /**
   * Sends something to a subscriber who is not fed from the recent events. Completes when it was
   * taken, fails when the stream has ended. From any thread.
   *
   * @param after where the subscriber is then
   */
  Future<Void> send(Subscriber subscriber, Buffer bytes, Position after) {
    return whenIdle(
        subscriber,
        promise -> {
          subscriber.reached(after);
          sending.send(subscriber, bytes, promise);
        });
  }

  /** Notes that a subscriber has nothing to hear before a position. From any thread. */
  Future<Void> passed(Subscriber subscriber, Position position) {
    return whenIdle(
        subscriber,
        promise -> {
          subscriber.reached(position);
          promise.complete();
        });
  }

  /** Ends a stream with a last comment. From any thread. */
  void end(Subscriber subscriber, EndReason reason) {
    context.runOnContext(ignored -> audience.end(subscriber, reason));
  }

  /** Forgets a stream whose client has gone. From any thread. */
  void gone(Subscriber subscriber) {
    context.runOnContext(ignored -> audience.left(subscriber, EndReason.CLIENT));
  }

  /** Ends all streams; completes when their last comments are sent, or after a grace. */
  Future<Void> drain() {
    Promise<Void> drained = Promise.promise();
    context.runOnContext(ignored -> audience.drain(drained));
    return drained.future();
  }

  @FunctionalInterface
  private interface Action<T> {
    void run(Promise<T> promise);
  }

  private <T> Future<T> whenIdle(Subscriber subscriber, Action<T> action) {
    Promise<T> promise = Promise.promise();
    context.runOnContext(ignored -> attempt(subscriber, action, promise));
    return promise.future();
  }

  private <T> void attempt(Subscriber subscriber, Action<T> action, Promise<T> promise) {
    if (!audience.stays(subscriber)) {
      promise.fail(new StreamEndedException());
    } else if (subscriber.isBusy()) {
      // Its first words or a heartbeat are still on their way.
      subscriber
          .taken()
          .onComplete(
              taken -> context.runOnContext(ignored -> attempt(subscriber, action, promise)));
    } else {
      action.run(promise);
    }
  }

  private boolean isLive(Subscriber subscriber, Position position) {
    if (!position.covers(recent.begin(subscriber.filter().labels().asks()))) {
      return false;
    }
    Edge newest = recent.newest();
    boolean same = position.equals(newest.position());
    subscriber.reached(same ? newest.position() : position);
    subscriber.goesOnAt(same ? newest.index() : recent.firstUnseen(position));
    subscriber.apart(!same);
    rounds.add(subscriber);
    offer(subscriber);
    return true;
  }

  private void offer(Subscriber subscriber) {
    if (!subscriber.isLive() || subscriber.isBusy()) {
      return;
    }
    Optional<Buffer> next = isBehind(subscriber) ? Optional.empty() : reading.next(subscriber);
    if (next.isPresent()) {
      sending.send(subscriber, next.get(), Promise.promise());
    } else if (isBehind(subscriber)) {
      // Before or meanwhile; whoever is idle and live has been offered everything.
      fallBehind(subscriber);
    }
  }

  private boolean isBehind(Subscriber subscriber) {
    return subscriber.cursor() < recent.oldest().index();
  }

  private void fallBehind(Subscriber subscriber) {
    rounds.remove(subscriber);
    if (subscriber.falls() > MOST_FALLS || !behind.take(subscriber)) {
      audience.end(subscriber, EndReason.SLOW);
    }
  }

  private void taken(Subscriber subscriber) {
    if (subscriber.isEnding()) {
      audience.sayGoodbye(subscriber);
    } else {
      offer(subscriber);
    }
  }

  private void tick() {
    long now = System.nanoTime();
    long newest = recent.newest().index();
    long behind = 0;
    for (Subscriber subscriber : audience.all()) {
      Duration since = Duration.ofNanos(now - subscriber.since());
      rounds.passOver(subscriber);
      behind = subscriber.isLive() ? Math.max(behind, newest - subscriber.cursor()) : behind;
      rechecks.look(subscriber, now);
      if (subscriber.isBusy() && since.compareTo(settings.patience()) > 0) {
        audience.end(subscriber, EndReason.SLOW);
      } else if (!subscriber.isBusy()
          && !subscriber.isEnding()
          && since.compareTo(settings.heartbeat()) >= 0) {
        sending.send(subscriber, text.heartbeat(subscriber.position()), Promise.promise());
      }
    }
    meters.behind(behind);
  }
}
