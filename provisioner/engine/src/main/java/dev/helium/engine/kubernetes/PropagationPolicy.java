package dev.helium.engine.kubernetes;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.util.Locale;
import java.util.Set;

/** What becomes of the objects that belong to a deleted one. */
final class PropagationPolicy {
  private static final String ANNOTATION = "pulumi.com/deletionPropagationPolicy";
  private static final String FOREGROUND = "Foreground";

  /** What belongs to an object goes after it. */
  static final String BACKGROUND = "Background";

  /** The built-in kinds to which others belong that may outlive them for a while. */
  private static final Set<String> WITH_DEPENDENTS =
      Set.of(
          "CronJob",
          "DaemonSet",
          "Deployment",
          "Job",
          "ReplicaSet",
          "ReplicationController",
          "StatefulSet");

  private PropagationPolicy() {}

  /** The policy of a resource: what it says, else its dependents go first. */
  static String of(ObjectValue inputs) {
    return switch (Fields.annotation(inputs, ANNOTATION).toLowerCase(Locale.ROOT)) {
      case "orphan" -> "Orphan";
      case "background" -> BACKGROUND;
      case "foreground" -> FOREGROUND;
      default -> hasDependents(inputs) ? FOREGROUND : BACKGROUND;
    };
  }

  /** In the foreground an object stays until a controller has looked: only where it may matter. */
  private static boolean hasDependents(ObjectValue inputs) {
    return WITH_DEPENDENTS.contains(inputs.text("kind"))
        || !BuiltInGroups.ofVersion(inputs.text("apiVersion"));
  }
}
