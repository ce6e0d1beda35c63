package dev.helium.engine.kubernetes.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A daemon set is ready when every node it wants has an available pod of its newest template. */
final class DaemonSetRule implements ReadyRule {
  private static final List<String> COUNTERS =
      List.of("currentNumberScheduled", "updatedNumberScheduled", "numberAvailable", "numberReady");

  @Override
  public Optional<Related> related(JsonNode set) {
    return Related.pods(set);
  }

  @Override
  public Verdict judge(JsonNode set, Collection<JsonNode> pods) {
    if (Conditions.isBehind(set)) {
      return Verdict.waiting("waiting until the rollout begins");
    }
    var wanted = Conditions.count(set, "desiredNumberScheduled");
    var fewest =
        COUNTERS.stream().mapToLong(name -> Conditions.count(set, name)).min().orElseThrow();
    return fewest >= wanted
        ? Verdict.ready()
        : Verdict.waiting(
            "waiting for pods: " + fewest + " of " + wanted + " ready", PodProblems.of(pods));
  }
}
