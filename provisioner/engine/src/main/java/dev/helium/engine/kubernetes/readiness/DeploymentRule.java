package dev.helium.engine.kubernetes.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;

/** A deployment is ready when its newest template is rolled out and available. */
final class DeploymentRule implements ReadyRule {
  @Override
  public Optional<Related> related(JsonNode deployment) {
    return Related.pods(deployment);
  }

  @Override
  public Verdict judge(JsonNode deployment, Collection<JsonNode> pods) {
    if (Conditions.isBehind(deployment)) {
      return Verdict.waiting("waiting until the rollout begins");
    }
    var progressing = Conditions.find(deployment, "Progressing");
    var available = Conditions.find(deployment, "Available");
    var reasons = new ArrayList<String>();
    if ("ProgressDeadlineExceeded".equals(progressing.path("reason").asText())) {
      reasons.add(Conditions.explain(progressing));
      reasons.addAll(PodProblems.of(pods));
      return new Verdict.Failed(reasons);
    }
    if (Conditions.isTrue(available) && isRolledOut(deployment, progressing)) {
      return Verdict.ready();
    }
    var refused = Conditions.find(deployment, "ReplicaFailure");
    if (Conditions.isTrue(refused)) {
      reasons.add(Conditions.explain(refused));
    }
    if ("False".equals(available.path("status").asText())) {
      reasons.add(Conditions.explain(available));
    }
    reasons.addAll(PodProblems.of(pods));
    return Verdict.waiting(
        "waiting for the rollout: "
            + Math.min(
                Conditions.count(deployment, "updatedReplicas"),
                Conditions.count(deployment, "readyReplicas"))
            + " of "
            + Conditions.wanted(deployment)
            + " pods ready",
        reasons);
  }

  private static boolean isRolledOut(JsonNode deployment, JsonNode progressing) {
    var wanted = Conditions.wanted(deployment);
    // Without a deadline for its progress a deployment does not report any.
    var isDone =
        progressing.isMissingNode()
            || "NewReplicaSetAvailable".equals(progressing.path("reason").asText());
    return isDone
        && Conditions.count(deployment, "updatedReplicas") >= wanted
        && Conditions.count(deployment, "readyReplicas") >= wanted;
  }
}
