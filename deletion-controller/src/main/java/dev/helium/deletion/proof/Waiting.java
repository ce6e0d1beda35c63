package dev.helium.deletion.proof;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A candidate that is not proven gone yet. Who is to be looked for first comes first.
 *
 * @param looks that found something left
 * @param next when it is looked for again; {@link Instant#MAX} while its confirmation is under way
 * @param by what was left at the last look; empty before the first
 */
record Waiting(Candidate candidate, int looks, Instant next, List<String> by)
    implements Comparable<Waiting> {
  private static final Comparator<Waiting> SOONEST_FIRST =
      Comparator.comparing(Waiting::next)
          .thenComparing(waiting -> waiting.candidate().destroyed())
          .thenComparing(waiting -> waiting.candidate().workspace());

  Waiting {
    Objects.requireNonNull(candidate, "candidate");
    Objects.requireNonNull(next, "next");
    by = List.copyOf(by);
  }

  @Override
  public int compareTo(Waiting other) {
    return SOONEST_FIRST.compare(this, other);
  }
}
