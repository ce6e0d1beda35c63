package dev.helium.domain.trial;

import dev.helium.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What would have come of one life of a workspace.
 *
 * @param owner who created it
 * @param ended when its time was up or its deletion was asked for; when it lives still, the moment
 *     that the trial looks at
 * @param wouldHaveEnded the same under the policy that is tried
 * @param refusals of requests that were granted, in their order
 * @param tooLate how many requests would have found it gone
 */
public record TrialOutcome(
    WorkspaceId workspace,
    int incarnation,
    String backend,
    String owner,
    Instant began,
    Instant ended,
    boolean living,
    Verdict verdict,
    Instant wouldHaveEnded,
    List<TrialRefusal> refusals,
    int tooLate) {
  /** How the life would have differed. */
  public enum Verdict {
    /** It would not have begun. */
    REFUSED,
    /** It would have been reaped earlier. */
    EARLIER,
    /** It would have lived longer, at least until the moment that the trial looks at. */
    LATER,
    /** It would have ended when it did. */
    SAME
  }

  public TrialOutcome {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(backend, "backend");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(began, "began");
    Objects.requireNonNull(ended, "ended");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(wouldHaveEnded, "wouldHaveEnded");
    refusals = List.copyOf(refusals);
  }

  /** How much shorter it would have lived; negative when longer. */
  public Duration saved() {
    return Duration.between(wouldHaveEnded, ended);
  }
}
