package dev.helium.gateway.recent;

import dev.helium.wire.Topics;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * The newest events, encoded once for everybody, in the order in which they came here and by their
 * places. Bounded by number and bytes; the oldest go first.
 *
 * <p>One thread appends; any thread reads, and takes no lock.
 */
public final class RecentEvents {
  /** Of the texts; what stands beside them comes on top. */
  static final long MOST_BYTES = 32L * 1024 * 1024;

  private final AtomicReferenceArray<KeptEvent> kept;
  private final long mostBytes;
  private final PositionFormat format;
  private final List<ConcurrentNavigableMap<Long, ToldEvent>> places =
      IntStream.range(0, Topics.PARTITIONS)
          .<ConcurrentNavigableMap<Long, ToldEvent>>mapToObj(
              ignored -> new ConcurrentSkipListMap<>())
          .toList();
  private final Position labelled;
  private volatile Edge oldest;
  private volatile Edge newest;
  private long bytes;

  /**
   * @param most events that are kept
   * @param begin where the first event follows
   * @param labelled from where on the labels are known
   * @param format of the ids
   */
  public RecentEvents(
      int most, long mostBytes, Position begin, Position labelled, PositionFormat format) {
    this.kept = new AtomicReferenceArray<>(most);
    this.mostBytes = mostBytes;
    this.labelled = labelled;
    this.format = format;
    this.oldest = new Edge(0, begin);
    this.newest = oldest;
  }

  /** Before the oldest event that is kept. What lies before it has to be read from the log. */
  public Edge oldest() {
    return oldest;
  }

  /**
   * The position from which on somebody finds here all that they need.
   *
   * @param labels whether they ask for labels
   */
  public Position begin(boolean labels) {
    Position begin = oldest.position();
    return labels ? begin.atLeast(labelled.offsets()) : begin;
  }

  /** After the newest event. */
  public Edge newest() {
    return newest;
  }

  /** The event of that index; empty when it is kept no longer. */
  public Optional<KeptEvent> at(long index) {
    return Optional.ofNullable(kept.get(slot(index))).filter(found -> found.index() == index);
  }

  /**
   * What stands in a partition from an offset on, as far as it came here; empty when what stands
   * there is not kept.
   *
   * @param most events
   * @param labels whether they are asked for
   */
  public Optional<KeptStretch> from(int partition, long offset, int most, boolean labels) {
    long end = newest.position().next(partition);
    long next = Math.max(offset, end);
    List<ToldEvent> events = new ArrayList<>();
    for (ToldEvent event : places.get(partition).tailMap(offset).values()) {
      if (event.offset() >= end) {
        break;
      }
      if (events.size() == most) {
        next = event.offset();
        break;
      }
      if (event.isEvent()) {
        events.add(event);
      }
    }
    // What went meanwhile is missing among those that were found.
    return offset < begin(labels).next(partition)
        ? Optional.empty()
        : Optional.of(new KeptStretch(events, next));
  }

  /** The event at a place; empty when there is none, or it is not kept any more. */
  public Optional<ToldEvent> find(int partition, long offset) {
    return Optional.ofNullable(places.get(partition).get(offset)).filter(ToldEvent::isEvent);
  }

  /** Keeps the event that came next. */
  public void append(ToldEvent event) {
    long index = newest.index();
    Position after = newest.position().after(event.partition(), event.offset());
    Buffer id = format.line(after);
    Buffer lines = event.text().lines();
    Buffer whole = Buffer.buffer(id.length() + lines.length());
    whole.appendBuffer(id).appendBuffer(lines);
    // A part of the whole, so that the text is there once.
    ToldEvent same = event.with(event.text().in(whole.slice(id.length(), whole.length())));
    while (index - oldest.index() == kept.length()) {
      forgetOldest();
    }
    kept.set(slot(index), new KeptEvent(index, same, whole, after));
    places.get(event.partition()).put(event.offset(), same);
    bytes += whole.length();
    newest = new Edge(index + 1, after);
    while (bytes > mostBytes) {
      forgetOldest();
    }
  }

  /**
   * The index of the first event that somebody has not seen. Takes a look at each, so it is not for
   * every event.
   */
  public long firstUnseen(Position position) {
    long end = newest.index();
    for (long index = oldest.index(); index < end; index++) {
      if (at(index).filter(kept -> kept.event().isAfter(position)).isPresent()) {
        return index;
      }
    }
    return end;
  }

  private void forgetOldest() {
    long index = oldest.index();
    KeptEvent forgotten = kept.get(slot(index));
    bytes -= forgotten.whole().length();
    // Said before it is done: whoever has read without it notices.
    oldest = new Edge(index + 1, forgotten.after());
    kept.set(slot(index), null);
    places.get(forgotten.event().partition()).remove(forgotten.event().offset());
  }

  private int slot(long index) {
    return (int) (index % kept.length());
  }
}
