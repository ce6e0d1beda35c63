package dev.helium.story.chaos.fault;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One or two parts hit at the same moment.
 *
 * @param after how long everything runs before
 * @param away until what was hit is brought back
 */
public record Fault(List<Blow> blows, Duration after, Duration away) {
  public Fault {
    blows = List.copyOf(blows);
  }

  public boolean hitsAProvisioner() {
    return blows.stream().anyMatch(Blow::hitsAProvisioner);
  }

  @Override
  public String toString() {
    return blows.stream().map(Blow::toString).collect(Collectors.joining(" + "));
  }
}
