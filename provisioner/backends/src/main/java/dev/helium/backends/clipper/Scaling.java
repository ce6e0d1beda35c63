package dev.helium.backends.clipper;

import static dev.helium.backends.product.KubernetesObjects.disruptionBudget;
import static dev.helium.backends.product.KubernetesObjects.utilization;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicyBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRulesBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import java.util.ArrayList;
import java.util.List;

/** How many pods a component has, and how many of them others may take away at once. */
final class Scaling {
  private static final int HALF_A_MINUTE = 30;
  private static final int MINUTE = 60;
  private static final int FIVE_MINUTES = 300;

  private final Values values;
  private final Component component;

  /**
   * @param values of the component
   */
  Scaling(Values values, Component component) {
    this.values = values;
    this.component = component;
  }

  /** A number of its own only when nothing else scales it. */
  Component of(int replicas) {
    return component.replicas(scaled() ? null : replicas);
  }

  List<HasMetadata> objects() {
    List<HasMetadata> objects = new ArrayList<>();
    if (scaled()) {
      objects.add(autoscaler());
    }
    if (values.flag("podDisruptionBudget.enabled")) {
      objects.add(
          disruptionBudget(
              component.name(), component, values.number("podDisruptionBudget.minAvailable")));
    }
    return objects;
  }

  private boolean scaled() {
    return values.flag("autoscaling.enabled");
  }

  private HasMetadata autoscaler() {
    return new HorizontalPodAutoscalerBuilder()
        .withNewMetadata()
        .withName(component.name())
        .endMetadata()
        .withNewSpec()
        .withNewScaleTargetRef("apps/v1", "Deployment", component.name())
        .withMinReplicas(values.number("autoscaling.minReplicas"))
        .withMaxReplicas(values.number("autoscaling.maxReplicas"))
        .withMetrics(
            utilization("cpu", values.number("autoscaling.targetCPUUtilizationPercentage")),
            utilization("memory", values.number("autoscaling.targetMemoryUtilizationPercentage")))
        .withNewBehavior()
        .withScaleDown(slowly())
        .withScaleUp(fast())
        .endBehavior()
        .endSpec()
        .build();
  }

  private static HPAScalingRules slowly() {
    return new HPAScalingRulesBuilder()
        .withStabilizationWindowSeconds(FIVE_MINUTES)
        .withPolicies(
            new HPAScalingPolicyBuilder()
                .withType("Percent")
                .withValue(50)
                .withPeriodSeconds(MINUTE)
                .build())
        .build();
  }

  private static HPAScalingRules fast() {
    return new HPAScalingRulesBuilder()
        .withStabilizationWindowSeconds(0)
        .withSelectPolicy("Max")
        .withPolicies(
            new HPAScalingPolicyBuilder()
                .withType("Percent")
                .withValue(100)
                .withPeriodSeconds(HALF_A_MINUTE)
                .build(),
            new HPAScalingPolicyBuilder()
                .withType("Pods")
                .withValue(2)
                .withPeriodSeconds(HALF_A_MINUTE)
                .build())
        .build();
  }
}
