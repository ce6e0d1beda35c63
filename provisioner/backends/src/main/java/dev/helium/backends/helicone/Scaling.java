package dev.helium.backends.helicone;

import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many pods a component has. */
final class Scaling {
  private static final String CPU = "autoscaling.targetCPUUtilizationPercentage";
  private static final String MEMORY = "autoscaling.targetMemoryUtilizationPercentage";

  private Scaling() {}

  static boolean isAutomatic(Values values) {
    return values.has("autoscaling") && values.flag("autoscaling.enabled");
  }

  /** The most that there can be. */
  static int most(Values values) {
    return isAutomatic(values)
        ? values.number("autoscaling.maxReplicas")
        : values.number("replicaCount");
  }

  /** Whether it looks at the use of this: {@code cpu} or {@code memory}. */
  static boolean measures(Values values, String resource) {
    return isAutomatic(values) && values.number("cpu".equals(resource) ? CPU : MEMORY) > 0;
  }

  static Optional<HorizontalPodAutoscaler> of(Part part, Values values) {
    if (!isAutomatic(values)) {
      return Optional.empty();
    }
    List<MetricSpec> metrics = new ArrayList<>();
    for (String resource : List.of("cpu", "memory")) {
      if (measures(values, resource)) {
        metrics.add(
            KubernetesObjects.utilization(
                resource, values.number("cpu".equals(resource) ? CPU : MEMORY)));
      }
    }
    return Optional.of(
        new HorizontalPodAutoscalerBuilder()
            .withNewMetadata()
            .withName(part.objectName())
            .endMetadata()
            .withNewSpec()
            .withNewScaleTargetRef("apps/v1", "Deployment", part.objectName())
            .withMinReplicas(values.number("autoscaling.minReplicas"))
            .withMaxReplicas(values.number("autoscaling.maxReplicas"))
            .withMetrics(metrics)
            .endSpec()
            .build());
  }
}
