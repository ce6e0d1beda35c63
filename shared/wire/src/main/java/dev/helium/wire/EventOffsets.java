package dev.helium.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Where the events of one workspace stand in their partition of the log, in order: event number 1
 * first. Of a long history the newest {@value #MOST} are known, the older ones are only counted.
 *
 * <p>Immutable. Kept as the first known offset and the distances from each to the next, one or two
 * bytes each.
 */
public final class EventOffsets {
  /** Offsets that are known at most. */
  public static final int MOST = 4_096;

  private static final EventOffsets NONE = new EventOffsets(0, 0, -1, new byte[0]);

  private final long dropped;
  private final int known;
  private final long last;
  private final byte[] packed;

  private EventOffsets(long dropped, int known, long last, byte[] packed) {
    this.dropped = dropped;
    this.known = known;
    this.last = last;
    this.packed = packed;
  }

  /** Of a workspace without events. */
  public static EventOffsets none() {
    return NONE;
  }

  /**
   * What {@link #packed} gave; an {@link UnreadableException} when it cannot have been that.
   *
   * @param dropped how many older events are only counted
   */
  public static EventOffsets unpack(long dropped, byte[] packed) {
    if (dropped < 0) {
      throw new UnreadableException("the number of dropped offsets is negative");
    }
    int known = 0;
    long last = -1;
    int start = 0;
    while (start < packed.length) {
      int end = Varints.end(packed, start);
      long number = Varints.read(packed, start, end);
      long next = known == 0 ? number : last + number;
      if (next <= last || end - start != Varints.bytes(number).length) {
        throw new UnreadableException("the offsets of a workspace do not rise");
      }
      last = next;
      known++;
      start = end;
    }
    if (known > MOST || (known == 0 && dropped > 0)) {
      throw new UnreadableException("the offsets of a workspace have " + known + " entries");
    }
    return known == 0 ? NONE : new EventOffsets(dropped, known, last, packed.clone());
  }

  /** With the offset of the next event; one that is not above the last changes nothing. */
  public EventOffsets plus(long offset) {
    if (offset <= last) {
      return this;
    }
    if (known == 0) {
      return new EventOffsets(0, 1, offset, Varints.bytes(offset));
    }
    byte[] longer = joined(packed, Varints.bytes(offset - last));
    return known < MOST
        ? new EventOffsets(dropped, known + 1, offset, longer)
        : new EventOffsets(dropped + 1, known, offset, withoutFirst(longer));
  }

  private static byte[] withoutFirst(byte[] packed) {
    int second = Varints.end(packed, 0);
    int third = Varints.end(packed, second);
    long first = Varints.read(packed, 0, second) + Varints.read(packed, second, third);
    return joined(Varints.bytes(first), Arrays.copyOfRange(packed, third, packed.length));
  }

  private static byte[] joined(byte[] left, byte[] right) {
    byte[] whole = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, whole, left.length, right.length);
    return whole;
  }

  /** How many events there are, dropped ones included; also the number of the newest. */
  public long count() {
    return dropped + known;
  }

  /** How many of the first events are only counted. */
  public long dropped() {
    return dropped;
  }

  /** Where the event of that number stands; empty when it is dropped or has not happened. */
  public OptionalLong offset(long number) {
    List<Long> found = after(number - 1, 1);
    return number <= dropped || found.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(found.getFirst());
  }

  /** The number of the event that stands there; empty when none is known to. */
  public OptionalLong number(long place) {
    long offset = 0;
    long reached = dropped;
    int start = 0;
    while (start < packed.length && (start == 0 || offset < place)) {
      int end = Varints.end(packed, start);
      offset += Varints.read(packed, start, end);
      start = end;
      reached++;
    }
    return reached > dropped && offset == place ? OptionalLong.of(reached) : OptionalLong.empty();
  }

  /** The offsets of known events above a number, at most so many, in order. */
  public List<Long> after(long number, int most) {
    List<Long> offsets = new ArrayList<>();
    long offset = 0;
    long reached = dropped;
    int start = 0;
    while (start < packed.length && offsets.size() < most) {
      int end = Varints.end(packed, start);
      offset += Varints.read(packed, start, end);
      start = end;
      reached++;
      if (reached > number) {
        offsets.add(offset);
      }
    }
    return offsets;
  }

  /**
   * All that is needed besides {@link #dropped} to {@link #unpack} this; equal lists, equal bytes.
   */
  public byte[] packed() {
    return packed.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventOffsets that
        && dropped == that.dropped
        && Arrays.equals(packed, that.packed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(dropped, Arrays.hashCode(packed));
  }

  @Override
  public String toString() {
    return "EventOffsets[" + count() + " events, " + dropped + " dropped, last at " + last + "]";
  }
}
