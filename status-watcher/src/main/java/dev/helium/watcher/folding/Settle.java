package dev.helium.watcher.folding;

import dev.helium.watcher.judging.Finding;
import dev.helium.watcher.judging.Part;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;

/** How long all must have been fine before a workspace is ready. */
public final class Settle {
  private Settle() {}

  /** The longest that its namespaces ask for, or else what holds for all workspaces. */
  public static Duration of(int incarnation, Collection<Finding> findings, Duration otherwise) {
    return findings.stream()
        .filter(finding -> finding.tag().fits(incarnation))
        .map(Finding::part)
        .filter(Part.Home.class::isInstance)
        .map(part -> ((Part.Home) part).settle())
        .filter(settle -> !settle.isNegative())
        .max(Comparator.naturalOrder())
        .orElse(otherwise);
  }
}
