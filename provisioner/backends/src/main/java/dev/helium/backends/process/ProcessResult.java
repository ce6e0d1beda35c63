package dev.helium.backends.process;

import java.util.Objects;
import java.util.Optional;

/**
 * How a process ended.
 *
 * @param excess the limit for which it was ended; nothing when it ended itself
 * @param status of its exit
 * @param output the last of it; it and the errors may hold anything, secrets too
 */
public record ProcessResult(Optional<Excess> excess, int status, Kept output, Kept errors) {
  /** A limit that was not kept. */
  public enum Excess {
    TIME,
    MEMORY,
    FOLDER
  }

  /**
   * What is kept of a stream.
   *
   * @param whole whether that is all of it
   */
  public record Kept(String text, boolean whole) {
    public Kept {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
      return text.length() + " characters";
    }
  }

  public ProcessResult {
    Objects.requireNonNull(excess, "excess");
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(errors, "errors");
  }

  /** Whether it ended itself, and said that all is well. */
  public boolean isSuccess() {
    return excess.isEmpty() && status == 0;
  }
}
