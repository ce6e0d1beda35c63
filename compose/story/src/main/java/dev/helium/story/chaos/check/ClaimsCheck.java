package dev.helium.story.chaos.check;

import java.util.List;
import java.util.Optional;

/** What is claimed in the ledger of quotas is what lives, owner by owner, and how long. */
final class ClaimsCheck implements Check {
  @Override
  public List<Finding> examine(Evidence evidence) {
    Ledger ledger = Ledger.of(evidence.views().values());
    List<String> breaches =
        evidence.claimed().entrySet().stream()
            .map(answer -> ledger.difference(answer.getKey(), answer.getValue()))
            .flatMap(Optional::stream)
            .toList();
    return List.of(
        new Finding(
            evidence.claimed().size(),
            "owners have claimed what lives of them and nothing else (%d of them have anything)"
                .formatted(ledger.owners().size()),
            breaches));
  }
}
