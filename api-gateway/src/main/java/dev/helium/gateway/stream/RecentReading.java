package dev.helium.gateway.stream;

import dev.helium.gateway.recent.KeptEvent;
import dev.helium.gateway.recent.Position;
import dev.helium.gateway.recent.RecentEvents;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes what is for each subscriber out of the recent events. What many take alike is put together
 * once. Used by one thread.
 */
final class RecentReading {
  private final RecentEvents recent;
  private final SseText text;
  private final List<KeptEvent> wanted = new ArrayList<>();
  private long sharedFrom;
  private long sharedTo;
  private Buffer shared = Buffer.buffer();

  RecentReading(RecentEvents recent, SseText text) {
    this.recent = recent;
    this.text = text;
  }

  /**
   * Moves a subscriber on, and answers what it is to be sent; empty when there is nothing more for
   * it in all that is kept.
   */
  Optional<Buffer> next(Subscriber subscriber) {
    if (subscriber.isApart()) {
      Optional<Buffer> own = apart(subscriber);
      if (own.isPresent() || subscriber.isApart()) {
        return own;
      }
    }
    return together(subscriber);
  }

  private Optional<Buffer> together(Subscriber subscriber) {
    long from = subscriber.cursor();
    long to = from;
    long end = recent.newest().index();
    int bytes = 0;
    wanted.clear();
    while (to < end && bytes < Subscriber.MOST_BYTES) {
      Optional<KeptEvent> next = recent.at(to);
      if (next.isEmpty()) {
        break;
      }
      KeptEvent kept = next.get();
      if (subscriber.takes(kept.event())) {
        wanted.add(kept);
        bytes += kept.whole().length();
      }
      subscriber.reached(kept.after());
      to++;
    }
    subscriber.goesOnAt(to);
    return switch (wanted.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(wanted.getFirst().whole());
      default -> Optional.of(wanted.size() == to - from ? shared(from, to) : joined());
    };
  }

  /** Most have the same to take, when they want everything and are equally far. */
  private Buffer shared(long from, long to) {
    if (from != sharedFrom || to != sharedTo) {
      shared = joined();
      sharedFrom = from;
      sharedTo = to;
    }
    return shared;
  }

  private Buffer joined() {
    Buffer all = Buffer.buffer();
    wanted.forEach(kept -> all.appendBuffer(kept.whole()));
    return all;
  }

  /** Its ids are its own until it has not seen more than those before it. */
  private Optional<Buffer> apart(Subscriber subscriber) {
    Buffer all = Buffer.buffer();
    long cursor = subscriber.cursor();
    long end = recent.newest().index();
    Position position = subscriber.position();
    while (cursor < end && all.length() < Subscriber.MOST_BYTES && subscriber.isApart()) {
      Optional<KeptEvent> next = recent.at(cursor);
      if (next.isEmpty()) {
        break;
      }
      KeptEvent kept = next.get();
      if (kept.event().isAfter(position)) {
        position = position.after(kept.event().partition(), kept.event().offset());
        if (subscriber.takes(kept.event())) {
          all.appendBuffer(text.id(position)).appendBuffer(kept.event().text().lines());
        }
      }
      cursor++;
      if (position.equals(kept.after())) {
        position = kept.after();
        subscriber.apart(false);
      }
    }
    subscriber.reached(position);
    subscriber.goesOnAt(cursor);
    return all.length() == 0 ? Optional.empty() : Optional.of(all);
  }
}
