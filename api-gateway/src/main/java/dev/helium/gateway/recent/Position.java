package dev.helium.gateway.recent;

import dev.helium.wire.Topics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A place in all partitions of the events at once: the next offset of each. Immutable. */
public final class Position {
  private final long[] next;

  private Position(long[] next) {
    this.next = next;
  }

  /** Partitions that are not named begin at 0. */
  public static Position of(Map<Integer, Long> next) {
    long[] offsets = new long[Topics.PARTITIONS];
    next.forEach((partition, offset) -> offsets[partition] = offset);
    return new Position(offsets);
  }

  /** The next offset of a partition. */
  public long next(int partition) {
    return next[partition];
  }

  /** With what stands at an offset left behind; one that is behind already changes nothing. */
  public Position after(int partition, long offset) {
    return offset < next[partition] ? this : at(partition, offset + 1);
  }

  /** With these offsets, where they lie further on. */
  public Position atLeast(Map<Integer, Long> further) {
    Position reached = this;
    for (Map.Entry<Integer, Long> each : further.entrySet()) {
      if (each.getValue() > reached.next[each.getKey()]) {
        reached = reached.at(each.getKey(), each.getValue());
      }
    }
    return reached;
  }

  /** True when nothing lies between the other position and this one that this one has not seen. */
  public boolean covers(Position other) {
    for (int partition = 0; partition < next.length; partition++) {
      if (next[partition] < other.next[partition]) {
        return false;
      }
    }
    return true;
  }

  /** Its offsets in the partitions in which it is behind another position. */
  public Map<Integer, Long> behind(Position other) {
    Map<Integer, Long> offsets = new HashMap<>();
    for (int partition = 0; partition < next.length; partition++) {
      if (next[partition] < other.next[partition]) {
        offsets.put(partition, next[partition]);
      }
    }
    return offsets;
  }

  public Map<Integer, Long> offsets() {
    Map<Integer, Long> offsets = new HashMap<>();
    for (int partition = 0; partition < next.length; partition++) {
      offsets.put(partition, next[partition]);
    }
    return offsets;
  }

  private Position at(int partition, long offset) {
    long[] offsets = next.clone();
    offsets[partition] = offset;
    return new Position(offsets);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Position that && Arrays.equals(next, that.next);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(next);
  }

  @Override
  public String toString() {
    return Arrays.toString(next);
  }
}
