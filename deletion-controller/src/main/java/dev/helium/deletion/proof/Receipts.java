package dev.helium.deletion.proof;

import dev.helium.domain.Proof;
import dev.helium.domain.Receipt;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What is written down of a proof. */
final class Receipts {
  private Receipts() {}

  /** No finer in time than what every reader of the log can hold. */
  static Receipt of(Candidate candidate, Verdict.Gone gone, Instant now) {
    List<String> evidence = new ArrayList<>(gone.evidence());
    evidence.add("its stack was empty and removed at " + candidate.destroyed());
    return new Receipt(
        candidate.incarnation(),
        evidence,
        now.truncatedTo(ChronoUnit.MICROS),
        new Proof(candidate.requested(), candidate.destroyed(), gone.swept(), gone.unlisted()));
  }
}
