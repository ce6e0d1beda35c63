package dev.helium.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The proof that nothing of a workspace is left.
 *
 * @param incarnation which life of the name it ends
 * @param evidence what was looked at and found gone, one sentence each; never empty
 * @param confirmedAt when it was looked at
 */
public record Receipt(int incarnation, List<String> evidence, Instant confirmedAt) {
  public Receipt {
    evidence = List.copyOf(evidence);
    Objects.requireNonNull(confirmedAt, "confirmedAt");
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a receipt without evidence proves nothing");
    }
  }
}
