package dev.helium.story.chaos.check;

import java.util.List;

/** One rule, or some that are found out together. */
@FunctionalInterface
public interface Check {
  List<Finding> examine(Evidence evidence);

  /** Every rule there is, in the order in which a person reads them. */
  static List<Finding> all(Evidence evidence) {
    List<Check> checks =
        List.of(
            new OutcomesCheck(),
            new AnswersCheck(),
            new SequencesCheck(),
            new AttemptsCheck(),
            new LivesCheck(),
            new MapCheck(),
            new ClaimsCheck(),
            new ClusterCheck(),
            new StateFolderCheck(),
            new ProcessesCheck());
    return checks.stream().flatMap(check -> check.examine(evidence).stream()).toList();
  }
}
