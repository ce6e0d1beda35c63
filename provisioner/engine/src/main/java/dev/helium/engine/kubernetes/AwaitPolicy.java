package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.engine.kubernetes.readiness.ReadyRules;
import dev.helium.engine.kubernetes.readiness.ReadyRules.Awaited;
import dev.helium.engine.kubernetes.readiness.WaitFor;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.Call;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a program says about waiting, by annotations and custom timeouts. */
final class AwaitPolicy {
  private static final String SKIP = "pulumi.com/skipAwait";
  private static final String WAIT_FOR = "pulumi.com/waitFor";
  private static final String TIMEOUT = "pulumi.com/timeoutSeconds";
  private static final Duration STANDARD = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofDays(7);

  /** The kinds whose deletion skipping speaks of too; all others are gone at once or matter. */
  private static final Set<String> DELETED_LATER =
      Set.of(
          "v1/Namespace",
          "v1/Pod",
          "v1/ReplicationController",
          "apps/v1/DaemonSet",
          "apps/v1/Deployment",
          "apps/v1/StatefulSet",
          "batch/v1/Job");

  private AwaitPolicy() {}

  /** What an object must come to before its creation or update is done. */
  static Optional<Awaited> of(ObjectValue inputs) {
    if (isSkipped(inputs)) {
      return Optional.empty();
    }
    var asked = Fields.annotation(inputs, WAIT_FOR);
    return asked.isEmpty()
        ? ReadyRules.find(inputs.text("apiVersion"), inputs.text("kind"))
        : Optional.of(new Awaited(WaitFor.parse(asked), STANDARD));
  }

  /** True when a deletion is done as soon as the API server has accepted it. */
  static boolean isSkippedOnDelete(ObjectValue inputs) {
    return isSkipped(inputs)
        && DELETED_LATER.contains(inputs.text("apiVersion") + "/" + inputs.text("kind"));
  }

  /** How long an operation may take: the resource option, the annotation, or what is usual. */
  static Duration timeout(ObjectValue inputs, Call call, Duration standard) {
    return call.timeoutOr(annotated(inputs, standard));
  }

  /** Waits as the program says; returns the object as it is then. */
  static JsonNode await(
      ClusterObjects objects, ObjectTarget target, ObjectValue inputs, JsonNode live, Call call) {
    var awaited = of(inputs);
    if (awaited.isEmpty()) {
      return live;
    }
    return new Awaiting(objects, target, awaited.get().rule(), live, call)
        .run(timeout(inputs, call, awaited.get().timeout()));
  }

  /** True when nobody waits for what becomes of the object. */
  static boolean isSkipped(ObjectValue inputs) {
    return "true".equals(Fields.annotation(inputs, SKIP));
  }

  private static Duration annotated(ObjectValue inputs, Duration standard) {
    var text = Fields.annotation(inputs, TIMEOUT);
    if (!text.matches("[0-9]{1,9}")) {
      return standard;
    }
    var asked = Duration.ofSeconds(Long.parseLong(text));
    return asked.isZero() || asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
