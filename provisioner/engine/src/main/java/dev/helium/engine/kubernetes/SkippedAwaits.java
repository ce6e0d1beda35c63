package dev.helium.engine.kubernetes;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.util.Set;

/** What a program asks not to wait for. */
final class SkippedAwaits {
  private static final String ANNOTATION = "pulumi.com/skipAwait";

  /**
   * The kinds whose deletion the annotation speaks of too; all others are gone at once or matter.
   */
  private static final Set<String> DELETED_LATER =
      Set.of(
          "v1/Namespace",
          "v1/Pod",
          "v1/ReplicationController",
          "apps/v1/DaemonSet",
          "apps/v1/Deployment",
          "apps/v1/StatefulSet",
          "batch/v1/Job");

  private SkippedAwaits() {}

  /** True when a deletion is done as soon as the API server has accepted it. */
  static boolean onDelete(ObjectValue inputs) {
    return "true".equals(Fields.annotation(inputs, ANNOTATION))
        && DELETED_LATER.contains(inputs.text("apiVersion") + "/" + inputs.text("kind"));
  }
}
