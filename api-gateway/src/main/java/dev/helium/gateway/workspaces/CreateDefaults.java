package dev.helium.gateway.workspaces;

import java.time.Duration;
import java.util.Objects;

/**
 * What holds when a request says nothing.
 *
 * @param backend the program that makes workspaces
 * @param decisionWait how long an answer waits for the decision
 */
public record CreateDefaults(String backend, Duration decisionWait) {
  public CreateDefaults {
    Objects.requireNonNull(backend, "backend");
    Objects.requireNonNull(decisionWait, "decisionWait");
  }
}
