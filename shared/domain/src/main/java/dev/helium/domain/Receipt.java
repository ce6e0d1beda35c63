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
 * @param proof where was searched, and how long all took
 */
public record Receipt(int incarnation, List<String> evidence, Instant confirmedAt, Proof proof) {
  /** With sentences alone. */
  public Receipt(int incarnation, List<String> evidence, Instant confirmedAt) {
    this(incarnation, evidence, confirmedAt, Proof.NONE);
  }

  public Receipt {
    Objects.requireNonNull(proof, "proof");
    evidence = List.copyOf(evidence);
    Objects.requireNonNull(confirmedAt, "confirmedAt");
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a receipt without evidence proves nothing");
    }
  }
}
