package dev.helium.domain;

import java.util.Map;

/** What the run of a backend's program has to say about its attempt. */
public sealed interface AttemptReport {
  int attempt();

  /**
   * One resource has been dealt with.
   *
   * @param operation in the engine's words: create, update, delete, …
   */
  record Progressed(int attempt, String operation, String resource) implements AttemptReport {}

  record Applied(int attempt, Map<String, String> outputs) implements AttemptReport {
    public Applied {
      outputs = Map.copyOf(outputs);
    }
  }

  /** The stack holds nothing any more. */
  record Destroyed(int attempt) implements AttemptReport {}

  record Failed(int attempt, Failure failure) implements AttemptReport {}
}
