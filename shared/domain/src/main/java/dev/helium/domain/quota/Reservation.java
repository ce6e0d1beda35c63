package dev.helium.domain.quota;

import dev.helium.domain.CommandId;
import java.util.Objects;

/**
 * What was granted to a command that is not known to be decided; nothing when it was denied.
 *
 * @param offset where the command stands in its workspace's partition of the commands
 */
public record Reservation(CommandId command, long offset, Holding holding) {
  /** Of a command that is not in the log yet. */
  public static final long NOWHERE = Long.MAX_VALUE;

  public Reservation {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(holding, "holding");
    if (offset < 0) {
      throw new IllegalArgumentException("offsets count from 0");
    }
  }

  Reservation at(long place) {
    return new Reservation(command, place, holding);
  }
}
