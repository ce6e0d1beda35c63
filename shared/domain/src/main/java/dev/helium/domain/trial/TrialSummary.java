package dev.helium.domain.trial;

import dev.helium.domain.trial.TrialOutcome.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a trial comes to.
 *
 * @param saved by lives that would have been shorter
 * @param added by lives that would have been longer
 * @param refusedRequests of all lives, creations too
 * @param tooLate requests that would have found their workspace gone
 */
public record TrialSummary(
    int lives,
    long refused,
    long earlier,
    long later,
    Duration saved,
    Duration added,
    int refusedRequests,
    int tooLate) {
  public TrialSummary {
    Objects.requireNonNull(saved, "saved");
    Objects.requireNonNull(added, "added");
  }

  public static TrialSummary of(List<TrialOutcome> outcomes) {
    return new TrialSummary(
        outcomes.size(),
        count(outcomes, Verdict.REFUSED),
        count(outcomes, Verdict.EARLIER),
        count(outcomes, Verdict.LATER),
        sum(outcomes, 1),
        sum(outcomes, -1),
        outcomes.stream().mapToInt(outcome -> outcome.refusals().size()).sum(),
        outcomes.stream().mapToInt(TrialOutcome::tooLate).sum());
  }

  private static long count(List<TrialOutcome> outcomes, Verdict verdict) {
    return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
  }

  private static Duration sum(List<TrialOutcome> outcomes, int sign) {
    return outcomes.stream()
        .map(outcome -> outcome.saved().multipliedBy(sign))
        .filter(Duration::isPositive)
        .reduce(Duration.ZERO, Duration::plus);
  }
}
