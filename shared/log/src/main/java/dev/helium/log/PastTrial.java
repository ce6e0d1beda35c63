package dev.helium.log;

import dev.helium.domain.trial.PolicyChoice;
import dev.helium.domain.trial.PolicyTrial;
import dev.helium.domain.trial.TrialOutcome;
import dev.helium.domain.trial.TrialOutcome.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * All that was in the log, as it would have been under another policy.
 *
 * @param outcomes of every life, in the order of their beginnings
 * @param unreadable how many records could not be read and are left out
 */
public record PastTrial(List<TrialOutcome> outcomes, long unreadable) {
  public PastTrial {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * Reads the whole log, which blocks.
   *
   * @param now until when lives are looked at that have not ended
   * @param most records that may be read; beyond them it ends with a {@link PastTooLongException}
   */
  public static PastTrial of(PastLog log, PolicyChoice choice, Instant now, long most)
      throws LogUnavailableException {
    PolicyTrial trial = new PolicyTrial(choice);
    Count count = new Count(most);
    long unreadable =
        log.commands(
            command -> {
              count.one();
              trial.asked(command);
            });
    unreadable +=
        log.events(
            event -> {
              count.one();
              trial.happened(event);
            });
    return new PastTrial(trial.outcomes(now), unreadable);
  }

  /** The lives that would have been different. */
  public List<TrialOutcome> different() {
    return outcomes.stream().filter(outcome -> outcome.verdict() != Verdict.SAME).toList();
  }

  private static final class Count {
    private final long most;
    private long read;

    Count(long most) {
      this.most = most;
    }

    void one() {
      if (++read > most) {
        throw new PastTooLongException(most);
      }
    }
  }
}
