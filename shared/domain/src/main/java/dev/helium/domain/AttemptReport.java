package dev.helium.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the run of a backend's program has to say about its attempt. */
public sealed interface AttemptReport {
  int attempt();

  /** Resources have been dealt with, in this order. */
  record Progressed(int attempt, List<Step> steps) implements AttemptReport {
    public Progressed {
      steps = List.copyOf(steps);
    }
  }

  record Applied(int attempt, Map<String, String> outputs) implements AttemptReport {
    public Applied {
      outputs = Map.copyOf(outputs);
    }
  }

  /** The stack holds nothing any more. */
  record Destroyed(int attempt) implements AttemptReport {}

  record Failed(int attempt, Failure failure) implements AttemptReport {
    public Failed {
      Objects.requireNonNull(failure, "failure");
    }
  }
}
