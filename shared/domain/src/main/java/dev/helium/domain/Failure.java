package dev.helium.domain;

import java.util.Objects;

/**
 * Why an attempt failed, in words that may be shown to anybody who may see the workspace.
 *
 * @param message at most 500 characters; longer ones are cut
 */
public record Failure(FailureKind kind, String message) {
  private static final int LONGEST = 500;

  public Failure {
    Objects.requireNonNull(kind, "kind");
    if (message.length() > LONGEST) {
      message = message.substring(0, LONGEST - 1) + "…";
    }
  }
}
