package dev.helium.log;

import java.util.Map;

/**
 * What there is of the events.
 *
 * @param beginnings the first offset that can be read, by partition
 * @param ends the offset after the last that can be read, by partition
 */
public record EventBounds(Map<Integer, Long> beginnings, Map<Integer, Long> ends) {
  public EventBounds {
    beginnings = Map.copyOf(beginnings);
    ends = Map.copyOf(ends);
  }
}
