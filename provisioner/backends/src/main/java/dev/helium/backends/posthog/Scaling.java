package dev.helium.backends.posthog;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import java.util.ArrayList;
import java.util.List;

/** How many pods of a component there are: a fixed number, or as many as their CPU use asks for. */
final class Scaling {
  private static final String AUTOSCALER = "hpa";
  private static final String CPU = "cpu";

  /** A share of nothing cannot be told: what is scaled by it has to ask for some. */
  private static final Quantity LEAST_CPU = new Quantity("100m");

  private Scaling() {}

  /** What the containers ask for. */
  static ResourceRequirements resources(Values values) {
    ResourceRequirements resources = Resources.from(values.at("resources"));
    return isAutomatic(values) && !resources.getRequests().containsKey(CPU)
        ? new ResourceRequirementsBuilder(resources).addToRequests(CPU, LEAST_CPU).build()
        : resources;
  }

  /** The deployment, and what scales it. */
  static List<HasMetadata> deployment(Component component, Values values) {
    return deployment(component, values, true);
  }

  /** Of a component of which more than one would do nothing. */
  static List<HasMetadata> single(Component component, Values values) {
    return deployment(component, values, false);
  }

  private static List<HasMetadata> deployment(Component component, Values values, boolean several) {
    List<HasMetadata> objects = new ArrayList<>();
    if (isAutomatic(values)) {
      objects.add(component.replicas(null).deployment());
      objects.add(autoscaler(component.name(), values.at(AUTOSCALER), several));
    } else {
      objects.add(component.replicas(values.number("replicacount")).deployment());
    }
    return objects;
  }

  private static boolean isAutomatic(Values values) {
    return values.flag(AUTOSCALER + ".enabled");
  }

  private static HorizontalPodAutoscaler autoscaler(String name, Values values, boolean several) {
    return new HorizontalPodAutoscalerBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withNewScaleTargetRef("apps/v1", "Deployment", name)
        .withMinReplicas(several ? values.number("minpods") : 1)
        .withMaxReplicas(several ? values.number("maxpods") : 1)
        .withMetrics(KubernetesObjects.utilization(CPU, values.number("cputhreshold")))
        .endSpec()
        .build();
  }
}
