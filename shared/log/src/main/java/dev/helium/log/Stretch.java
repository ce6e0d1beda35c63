package dev.helium.log;

import java.util.List;

/**
 * Some of one partition of the events, in order.
 *
 * @param events without those that cannot be read
 * @param next the offset to go on at
 */
public record Stretch(List<Delivery> events, long next) {
  public Stretch {
    events = List.copyOf(events);
  }
}
