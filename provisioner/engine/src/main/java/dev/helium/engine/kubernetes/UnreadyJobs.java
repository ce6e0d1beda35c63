package dev.helium.engine.kubernetes;

import dev.helium.engine.kubernetes.readiness.JobRule;
import dev.helium.engine.kubernetes.readiness.Verdict;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Replaces jobs that did not end well, where the program asks for that. */
final class UnreadyJobs {
  private static final String ANNOTATION = "pulumi.com/replaceUnready";
  private static final String PATH = ".metadata.annotations[\"" + ANNOTATION + "\"]";

  private UnreadyJobs() {}

  static Difference add(
      Difference difference,
      ClusterObjects objects,
      Optional<ObjectTarget> target,
      ObjectValue inputs) {
    var isAsked =
        "Job".equals(inputs.text("kind")) && "true".equals(Fields.annotation(inputs, ANNOTATION));
    if (!isAsked || target.isEmpty()) {
      return difference;
    }
    var answer = objects.server().get(target.get().path());
    if (!answer.isSuccess()
        || new JobRule().judge(answer.body(), List.of()) instanceof Verdict.Ready) {
      return difference;
    }
    var replaces = new ArrayList<>(difference.replaces());
    replaces.add(PATH);
    var keepsName = !"true".equals(Fields.annotation(inputs, Fields.AUTONAMED));
    return new Difference(
        true,
        difference.paths(),
        replaces,
        difference.deleteBeforeReplace() || keepsName,
        difference.details());
  }
}
