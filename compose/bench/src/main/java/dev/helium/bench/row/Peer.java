package dev.helium.bench.row;

import java.util.Objects;

/**
 * Somebody else doing the same work in the same run on the same machine.
 *
 * @param value in the unit of the measure; above 0
 */
public record Peer(String who, double value) {
  public Peer {
    Objects.requireNonNull(who, "who");
    if (!(value > 0)) {
      throw new IllegalArgumentException(who + " has to have a value above 0, and not " + value);
    }
  }
}
