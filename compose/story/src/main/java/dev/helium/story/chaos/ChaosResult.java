package dev.helium.story.chaos;

import dev.helium.story.chaos.check.Finding;
import dev.helium.story.chaos.fault.Struck;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of it.
 *
 * @param planned faults that there were to be
 * @param home with the logs of every process; deleted when everything held
 */
public record ChaosResult(
    long seed, int planned, List<Struck> struck, List<Finding> findings, Path home) {
  public ChaosResult {
    struck = List.copyOf(struck);
    findings = List.copyOf(findings);
  }

  public boolean holds() {
    return findings.stream().allMatch(Finding::holds);
  }

  /** Whether every fault was made before the time was up. */
  public boolean isComplete() {
    return struck.size() == planned;
  }
}
