package dev.helium.domain;

import java.util.Objects;

/** What led to an event. */
public sealed interface Cause {
  /** A command, decided now or the one that the running attempt goes back to. */
  record Commanded(CommandId command) implements Cause {
    public Commanded {
      Objects.requireNonNull(command, "command");
    }
  }

  /** Something seen in the cluster. */
  record Observed() implements Cause {}
}
