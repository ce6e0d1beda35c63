package dev.helium.engine.kubernetes.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;

/** A pod is ready when it says so, or has done its work. */
final class PodRule implements ReadyRule {
  @Override
  public Verdict judge(JsonNode pod, Collection<JsonNode> related) {
    var phase = pod.path("status").path("phase").asText();
    if ("Succeeded".equals(phase) || Conditions.isTrue(Conditions.find(pod, "Ready"))) {
      return Verdict.ready();
    }
    var problems = PodProblems.of(pod);
    if ("Failed".equals(phase)) {
      var reason = Conditions.explain(pod.path("status"));
      return problems.isEmpty()
          ? Verdict.failed("the pod has failed " + reason)
          : new Verdict.Failed(problems);
    }
    if (!Conditions.isTrue(Conditions.find(pod, "PodScheduled"))) {
      return Verdict.waiting("waiting for a node", problems);
    }
    return Conditions.isTrue(Conditions.find(pod, "Initialized"))
        ? Verdict.waiting("waiting until the pod is ready", problems)
        : Verdict.waiting("waiting until the pod is initialized", problems);
  }
}
