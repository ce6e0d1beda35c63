package dev.helium.gateway.stream;

import dev.helium.gateway.recent.Besides;
import dev.helium.gateway.recent.Following;
import dev.helium.gateway.recent.RecentEvents;
import dev.helium.log.EventPages;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Those who are behind what is kept. On virtual threads, as each of them waits most of the time,
 * for the log or for its client.
 */
final class CatchUps extends VerticleBase {
  /** Subscribers that catch up at the same time. */
  static final int MOST = 64;

  private final EventPages pages;
  private final RecentEvents recent;
  private final Besides besides;
  private final Fanout fanout;
  private final SseText text;
  private final AtomicInteger taken = new AtomicInteger();

  CatchUps(EventPages pages, RecentEvents recent, Besides besides, Fanout fanout, SseText text) {
    this.pages = pages;
    this.recent = recent;
    this.besides = besides;
    this.fanout = fanout;
    this.text = text;
  }

  @Override
  public Future<?> start() {
    return Future.succeededFuture();
  }

  /** Keeps a place; false when there is none. From any thread. */
  boolean reserve() {
    if (taken.incrementAndGet() > MOST) {
      taken.decrementAndGet();
      return false;
    }
    return true;
  }

  /** Gives back a place that was reserved and not used. */
  void release() {
    taken.decrementAndGet();
  }

  /** Begins with one for whom a place is reserved. From any thread. */
  void begin(Subscriber subscriber) {
    context.runOnContext(
        ignored -> {
          try {
            new CatchUp(vertx, pages, recent, new Following(besides), fanout, text, subscriber)
                .run();
          } finally {
            release();
          }
        });
  }

  /** Begins with one, if there is a place; else false. From any thread. */
  boolean tryToBegin(Subscriber subscriber) {
    boolean reserved = reserve();
    if (reserved) {
      begin(subscriber);
    }
    return reserved;
  }

  /** How many there are. */
  int running() {
    return taken.get();
  }
}
