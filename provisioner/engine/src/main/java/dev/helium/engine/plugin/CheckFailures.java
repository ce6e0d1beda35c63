package dev.helium.engine.plugin;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.util.List;
import java.util.stream.Collectors;
import pulumirpc.Provider.CheckFailure;

/** What a provider refuses about values that it was given. */
final class CheckFailures {
  private CheckFailures() {}

  /** Throws one failure that names every refused property. */
  static void requireNone(List<CheckFailure> failures, String what) {
    if (!failures.isEmpty()) {
      throw new EngineException(
          FailureClass.INVALID,
          "the provider refuses "
              + what
              + ": "
              + failures.stream()
                  .map(
                      failure ->
                          failure.getProperty().isEmpty()
                              ? failure.getReason()
                              : failure.getProperty() + ": " + failure.getReason())
                  .collect(Collectors.joining("; ")));
    }
  }
}
