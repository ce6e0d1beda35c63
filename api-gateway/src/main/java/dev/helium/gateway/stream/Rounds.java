package dev.helium.gateway.stream;

import dev.helium.gateway.recent.Edge;
import dev.helium.gateway.recent.RecentEvents;
import io.vertx.core.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Offers what is new to whoever is up to date and may want it, some after the other and with turns
 * for others in between. What comes meanwhile is for the next round.
 */
final class Rounds {
  /** Subscribers that are seen to before others of the same event loop get a turn. */
  private static final int SLICE = 250;

  /**
   * Between the beginnings of two rounds, in milliseconds: what comes meanwhile is one sending to
   * whoever wants more than one of it, and a sending is what costs.
   */
  private static final long PACE = 20;

  private final Context context;
  private final RecentEvents recent;
  private final StreamMeters meters;
  private final InstantSource clock;
  private final Consumer<Subscriber> offer;
  private final Interests interests = new Interests();
  private final AtomicBoolean due = new AtomicBoolean();

  /** Everything before it was offered to whoever may want it. */
  private Edge reached;

  private boolean inARound;
  private boolean again;
  private long begun = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(PACE);
  private boolean measures;
  private long measured;

  /**
   * @param offer offers a subscriber what is new
   */
  Rounds(
      Context context,
      RecentEvents recent,
      StreamMeters meters,
      InstantSource clock,
      Consumer<Subscriber> offer) {
    this.context = context;
    this.recent = recent;
    this.meters = meters;
    this.clock = clock;
    this.offer = offer;
    this.reached = recent.newest();
  }

  void add(Subscriber subscriber) {
    subscriber.live(true);
    interests.add(subscriber);
  }

  void remove(Subscriber subscriber) {
    subscriber.live(false);
    interests.remove(subscriber);
  }

  /**
   * Moves a subscriber over what it does not want. Whoever is idle has been offered all that it may
   * want of what the rounds before had.
   */
  void passOver(Subscriber subscriber) {
    if (subscriber.isLive()
        && !subscriber.isBusy()
        && !subscriber.isApart()
        && subscriber.cursor() < reached.index()) {
      subscriber.reached(reached.position());
      subscriber.goesOnAt(reached.index());
    }
  }

  /** Measures how late events are from now on. */
  void measure() {
    measured = recent.newest().index();
    measures = true;
  }

  /** Says that there are more recent events. From any thread. */
  void wake() {
    if (due.compareAndSet(false, true)) {
      context.runOnContext(ignored -> beginWhenItIsTime());
    }
  }

  private void beginWhenItIsTime() {
    long pause = PACE - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    if (pause > 0) {
      context
          .owner()
          .timer(pause, TimeUnit.MILLISECONDS)
          .onComplete(ignored -> context.runOnContext(later -> begin()));
    } else {
      begin();
    }
  }

  private void begin() {
    due.set(false);
    if (inARound) {
      again = true;
      return;
    }
    inARound = true;
    begun = System.nanoTime();
    Edge newest = recent.newest();
    goOn(
        interests.between(recent, reached.index(), newest.index()).toArray(Subscriber[]::new),
        0,
        newest);
  }

  private void goOn(Subscriber[] interested, int from, Edge upTo) {
    int end = Math.min(interested.length, from + SLICE);
    for (int index = from; index < end; index++) {
      passOver(interested[index]);
      offer.accept(interested[index]);
    }
    if (end < interested.length) {
      context.runOnContext(ignored -> goOn(interested, end, upTo));
      return;
    }
    reached = upTo;
    note(upTo.index());
    inARound = false;
    if (again) {
      again = false;
      wake();
    }
  }

  private void note(long upTo) {
    if (!measures) {
      return;
    }
    Instant now = clock.instant();
    for (long index = measured; index < upTo; index++) {
      recent.at(index).ifPresent(kept -> meters.written(kept.event(), now));
    }
    measured = upTo;
  }
}
