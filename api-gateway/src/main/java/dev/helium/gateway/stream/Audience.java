package dev.helium.gateway.stream;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Those who listen, until each has left: with a last comment that says why, and without it when
 * that is not taken in time. For the thread of one context.
 */
final class Audience {
  /** What a client has to take the last comment. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Context context;
  private final Places places;
  private final StreamMeters meters;
  private final Consumer<Subscriber> leaving;
  private final Set<Subscriber> all = new HashSet<>();
  private boolean draining;

  /**
   * @param leaving told of each that is to be sent nothing more
   */
  Audience(Context context, Places places, StreamMeters meters, Consumer<Subscriber> leaving) {
    this.context = context;
    this.places = places;
    this.meters = meters;
    this.leaving = leaving;
  }

  List<Subscriber> all() {
    return List.copyOf(all);
  }

  /** Whether somebody is there and is to stay. */
  boolean stays(Subscriber subscriber) {
    return all.contains(subscriber) && !subscriber.isEnding();
  }

  /** Takes one more, whose first words are on their way; only to send it away while it drains. */
  void add(Subscriber subscriber) {
    all.add(subscriber);
    if (draining) {
      end(subscriber, EndReason.DRAIN);
    }
  }

  /** Ends a stream; the last comment follows what is on its way. */
  void end(Subscriber subscriber, EndReason reason) {
    if (!stays(subscriber)) {
      return;
    }
    subscriber.ending(reason);
    leaving.accept(subscriber);
    context
        .owner()
        .timer(GRACE.toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(ignored -> context.runOnContext(late -> closeIfStillThere(subscriber)));
    if (!subscriber.isBusy()) {
      sayGoodbye(subscriber);
    }
  }

  /** Says to one that is ending and idle why it ends. */
  void sayGoodbye(Subscriber subscriber) {
    subscriber
        .response()
        .end(SseText.comment(subscriber.ending().words()))
        .onComplete(ignored -> context.runOnContext(done -> left(subscriber, subscriber.ending())));
  }

  /** Forgets one whose connection is no more. */
  void left(Subscriber subscriber, EndReason reason) {
    if (!all.remove(subscriber)) {
      return;
    }
    leaving.accept(subscriber);
    EndReason first = subscriber.isEnding() ? subscriber.ending() : reason;
    subscriber.ending(first);
    if (subscriber.isBusy()) {
      subscriber.idle().fail(new StreamEndedException());
    }
    places.give(subscriber.name());
    meters.ended(first);
  }

  /**
   * Ends all streams.
   *
   * @param drained completes when their last comments are sent, or after a grace
   */
  void drain(Promise<Void> drained) {
    draining = true;
    all().forEach(subscriber -> end(subscriber, EndReason.DRAIN));
    awaitEmpty(drained, System.nanoTime());
  }

  private void awaitEmpty(Promise<Void> drained, long begun) {
    if (all.isEmpty() || System.nanoTime() - begun > GRACE.toNanos()) {
      drained.complete();
    } else {
      context
          .owner()
          .timer(10, TimeUnit.MILLISECONDS)
          .onComplete(ignored -> context.runOnContext(again -> awaitEmpty(drained, begun)));
    }
  }

  private void closeIfStillThere(Subscriber subscriber) {
    if (all.contains(subscriber)) {
      subscriber.connection().close();
      left(subscriber, subscriber.ending());
    }
  }
}
