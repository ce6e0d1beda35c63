package dev.helium.domain.quota;

import dev.helium.domain.Refusal;
import java.util.Objects;

/** What an owner is told who wants more. */
public sealed interface Verdict {
  /**
   * It may be decided.
   *
   * @param claim that takes the place of the one before
   */
  record Granted(Claim claim) implements Verdict {
    public Granted {
      Objects.requireNonNull(claim, "claim");
    }
  }

  /**
   * It may not be followed.
   *
   * @param claim that takes the place of the one before: it takes no more, but knows that the
   *     denial is under way
   */
  record Denied(Refusal refusal, Claim claim) implements Verdict {
    public Denied {
      Objects.requireNonNull(refusal, "refusal");
      Objects.requireNonNull(claim, "claim");
    }
  }

  /** The same command was answered before and will be decided. */
  record UnderWay() implements Verdict {}

  /**
   * The same command was decided before, and whoever decides gives the same answer again.
   *
   * @param otherwise for when that is forgotten by then: what was not counted must not be followed
   */
  record Decided(Refusal otherwise) implements Verdict {
    public Decided {
      Objects.requireNonNull(otherwise, "otherwise");
    }
  }
}
