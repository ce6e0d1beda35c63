package dev.helium.engine.kubernetes.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;

/** A job is ready when it is complete. */
public final class JobRule implements ReadyRule {
  @Override
  public Optional<Related> related(JsonNode job) {
    return Related.pods(job);
  }

  @Override
  public Verdict judge(JsonNode job, Collection<JsonNode> pods) {
    var failed = Conditions.find(job, "Failed");
    if (Conditions.isTrue(failed)) {
      var reasons = new ArrayList<String>();
      reasons.add(Conditions.explain(failed));
      reasons.addAll(PodProblems.of(pods));
      return new Verdict.Failed(reasons);
    }
    if (job.path("status").has("startTime")
        && Conditions.isTrue(Conditions.find(job, "Complete"))) {
      return Verdict.ready();
    }
    return Verdict.waiting(
        "waiting until the job is complete: "
            + Conditions.count(job, "active")
            + " pods active, "
            + Conditions.count(job, "succeeded")
            + " succeeded, "
            + Conditions.count(job, "failed")
            + " failed",
        PodProblems.of(pods));
  }
}
