package dev.helium.engine;

import java.util.Objects;

/**
 * One failure, short enough to publish.
 *
 * @param failureClass what a caller can act on
 * @param message one line of at most {@value #MAXIMUM_LENGTH} characters, without secrets
 * @param urn the resource it is about, empty when it is not about one
 */
public record EngineFailure(FailureClass failureClass, String message, String urn) {
  /** Longer messages are cut. */
  public static final int MAXIMUM_LENGTH = 500;

  public EngineFailure {
    Objects.requireNonNull(failureClass, "failureClass");
    Objects.requireNonNull(urn, "urn");
    message = shorten(message);
  }

  /** A failure that is not about one resource. */
  public static EngineFailure of(FailureClass failureClass, String message) {
    return new EngineFailure(failureClass, message, "");
  }

  private static String shorten(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= MAXIMUM_LENGTH ? line : line.substring(0, MAXIMUM_LENGTH - 1) + "…";
  }
}
