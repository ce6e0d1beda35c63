package dev.helium.gateway.stream;

import dev.helium.domain.Backoff;
import dev.helium.gateway.recent.Following;
import dev.helium.gateway.recent.Position;
import dev.helium.gateway.recent.RecentEvents;
import dev.helium.gateway.recent.Telling;
import dev.helium.gateway.recent.ToldEvent;
import dev.helium.log.EventEntry;
import dev.helium.log.EventPage;
import dev.helium.log.EventPages;
import dev.helium.log.EventsGoneException;
import dev.helium.log.LogUnavailableException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one subscriber up to what is kept, page by page from the log and at the pace at which it
 * takes them. Waits, so it is for a virtual thread.
 */
final class CatchUp {
  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));

  /** Pages in a row that cannot be read, over a minute or so. */
  private static final int MOST_FAILURES = 10;

  private final Vertx vertx;
  private final EventPages pages;
  private final RecentEvents recent;
  private final Following following;
  private final Fanout fanout;
  private final SseText text;
  private final Subscriber subscriber;
  private final Telling telling = new Telling();
  private Position position;
  private Buffer unsent = Buffer.buffer();
  private int failures;

  CatchUp(
      Vertx vertx,
      EventPages pages,
      RecentEvents recent,
      Following following,
      Fanout fanout,
      SseText text,
      Subscriber subscriber) {
    this.vertx = vertx;
    this.pages = pages;
    this.recent = recent;
    this.following = following;
    this.fanout = fanout;
    this.text = text;
    this.subscriber = subscriber;
    this.position = subscriber.position();
  }

  /** Returns when the subscriber is fed from what is kept, or its stream has ended. */
  void run() {
    // Waiting throws failures as they are, declared or not.
    try {
      while (!fanout.goLive(subscriber, position).await()) {
        turn();
      }
    } catch (Exception failure) {
      end(failure);
    }
  }

  private void turn() {
    try {
      Position end = recent.begin(labels());
      page(pages.read(position.behind(end), end.offsets()).await(), end);
      failures = 0;
    } catch (Exception failure) {
      failures++;
      if (!isPassing(failure) || failures > MOST_FAILURES) {
        throw failure;
      }
      vertx.timer(BACKOFF.pauseAfter(failures).toMillis(), TimeUnit.MILLISECONDS).await();
    }
  }

  private void page(EventPage page, Position end) {
    page.entries().forEach(this::entry);
    if (page.entries().isEmpty()) {
      // Nothing stands there but the marks of transactions.
      position = position.atLeast(end.offsets());
    }
    if (unsent.length() > 0) {
      send();
    } else {
      fanout.passed(subscriber, position).await();
    }
  }

  private void entry(EventEntry entry) {
    Position after = position.after(entry.partition(), entry.offset());
    // Most is decided without asking what stands beside it.
    if (subscriber.filter().mayWant(Telling.workspace(entry), Telling.type(entry))) {
      ToldEvent event = telling.of(entry, following.of(entry, labels()).await());
      if (subscriber.takes(event)) {
        unsent.appendBuffer(text.id(after)).appendBuffer(event.text().lines());
      }
    } else {
      following.pass(entry);
    }
    position = after;
    if (unsent.length() >= Subscriber.MOST_BYTES) {
      send();
    }
  }

  private boolean labels() {
    return subscriber.filter().labels().asks();
  }

  private void send() {
    Buffer bytes = unsent;
    unsent = Buffer.buffer();
    fanout.send(subscriber, bytes, position).await();
  }

  private void end(Exception failure) {
    switch (failure) {
      case StreamEndedException ended -> LOG.atDebug().log("a stream ended while it caught up");
      case EventsGoneException gone -> fanout.end(subscriber, EndReason.GONE);
      case Exception other -> {
        LOG.atWarn().setCause(other).log("a subscriber could not catch up with the log");
        fanout.end(subscriber, EndReason.LOG);
      }
    }
  }

  private static boolean isPassing(Exception failure) {
    return failure instanceof LogUnavailableException && !(failure instanceof EventsGoneException);
  }
}
