package dev.helium.log;

import java.util.List;
import java.util.Map;

/**
 * Some of what stands in the events, those of a partition in their order.
 *
 * @param next the offset to go on at, for each partition that was read; the marks of transactions
 *     take offsets too
 */
public record EventPage(List<EventEntry> entries, Map<Integer, Long> next) {
  public EventPage {
    entries = List.copyOf(entries);
    next = Map.copyOf(next);
  }
}
