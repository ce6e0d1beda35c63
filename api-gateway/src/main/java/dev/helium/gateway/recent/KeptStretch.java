package dev.helium.gateway.recent;

import java.util.List;

/**
 * Some of the newest events of one partition, in order.
 *
 * @param events without what is only said to be missing
 * @param next the offset to go on at
 */
public record KeptStretch(List<ToldEvent> events, long next) {
  public KeptStretch {
    events = List.copyOf(events);
  }
}
