package dev.helium.engine.kubernetes.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Optional;

/** A stateful set is ready when all its pods are of its newest revision and ready. */
final class StatefulSetRule implements ReadyRule {
  @Override
  public Optional<Related> related(JsonNode set) {
    return Related.pods(set);
  }

  @Override
  public Verdict judge(JsonNode set, Collection<JsonNode> pods) {
    if (Conditions.isBehind(set)) {
      return Verdict.waiting("waiting until the rollout begins");
    }
    var wanted = Conditions.wanted(set);
    var ready = Conditions.count(set, "readyReplicas");
    if (ready < wanted || Conditions.count(set, "replicas") != wanted) {
      return Verdict.waiting(
          "waiting for pods: " + ready + " of " + wanted + " ready", PodProblems.of(pods));
    }
    return Verdict.readyWhen(isNewest(set, wanted), "waiting for pods of the newest revision");
  }

  private static boolean isNewest(JsonNode set, long wanted) {
    var strategy = set.path("spec").path("updateStrategy");
    if ("OnDelete".equals(strategy.path("type").asText())
        && set.path("metadata").path("generation").asLong() > 1) {
      // Someone deletes the old pods one day; nobody can wait for that.
      return true;
    }
    var partition = strategy.path("rollingUpdate").path("partition").asLong();
    var newest = set.path("status").path("updateRevision").asText();
    return partition > 0
        ? Conditions.count(set, "updatedReplicas") >= wanted - partition
        : !newest.isEmpty() && newest.equals(set.path("status").path("currentRevision").asText());
  }
}
