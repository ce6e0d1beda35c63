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

  /** A detail is as long as some broken rules. */
  private static final int DETAIL = 3;

  /** What remembering it costs: 1, and as much again for every broken rule that it names. */
  int weight() {
    return switch (decision) {
      case Decision.Accepted ignored -> 1;
      case Decision.Refused(Refusal refusal) ->
          1 + refusal.errors().size() + (refusal.detail().isEmpty() ? 0 : DETAIL);
    };
  }
}
