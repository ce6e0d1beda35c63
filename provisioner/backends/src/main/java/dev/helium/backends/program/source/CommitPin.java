package dev.helium.backends.program.source;

import java.util.Objects;

/**
 * Which commit it was that a reference led to, so that the same one is taken again.
 *
 * @param reference its identity
 */
public record CommitPin(String reference, String commit) {
  public CommitPin {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(commit, "commit");
  }
}
