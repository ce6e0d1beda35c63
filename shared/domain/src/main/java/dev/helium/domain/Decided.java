package dev.helium.domain;

import java.time.Instant;
import java.util.Objects;

/** A command that was decided, when, and how. */
public record Decided(CommandId command, Instant at, Decision decision) {
  public Decided {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(decision, "decision");
  }
}
