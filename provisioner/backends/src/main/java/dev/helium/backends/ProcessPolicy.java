package dev.helium.backends;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What processes of a backend see and may take, as an operator says.
 *
 * @param environment all that they see beside what a stack needs
 * @param longest that a run may take where nothing less was asked for
 * @param memory bytes of all processes of a run together
 */
public record ProcessPolicy(Map<String, String> environment, Duration longest, long memory) {
  public ProcessPolicy {
    environment = Map.copyOf(environment);
    Objects.requireNonNull(longest, "longest");
  }

  /** Without the values, which may be secrets. */
  @Override
  public String toString() {
    return environment.keySet() + ", " + longest + ", " + memory;
  }
}
