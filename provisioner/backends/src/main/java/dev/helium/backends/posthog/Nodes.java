package dev.helium.backends.posthog;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Placement;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import java.util.HashMap;
import java.util.Map;

/** What values say of the pods of one component, beside their containers. */
final class Nodes {
  private static final String AFFINITY = "affinity";

  private Nodes() {}

  /** Whether what is written there is an affinity, or there is none. */
  static boolean isProper(Values values) {
    try {
      affinity(values);
      return true;
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  /** Node selector, tolerations, affinity, labels and annotations; all optional. */
  static Component apply(Component component, Values values) {
    values.texts("podLabels").forEach(component::label);
    return component
        .annotations(values.texts("podAnnotations"))
        .placement(values.texts("nodeSelector"), Placement.tolerations(values), affinity(values));
  }

  /** The same, on nodes with more labels. */
  static Component applyOn(Component component, Values values, Map<String, String> more) {
    Map<String, String> labels = new HashMap<>(values.texts("nodeSelector"));
    labels.putAll(more);
    return apply(component, values)
        .placement(labels, Placement.tolerations(values), affinity(values));
  }

  /** The same, and on different nodes where there are any, unless the values say otherwise. */
  static Component applySpread(Component component, Values values) {
    apply(component, values);
    return values.has(AFFINITY)
        ? component
        : component.placement(
            values.texts("nodeSelector"),
            Placement.tolerations(values),
            apart(component.selector()));
  }

  private static Affinity affinity(Values values) {
    return values.has(AFFINITY) ? Placement.affinity(values) : null;
  }

  private static Affinity apart(Map<String, String> selector) {
    return new AffinityBuilder()
        .withNewPodAntiAffinity()
        .addNewPreferredDuringSchedulingIgnoredDuringExecution()
        .withWeight(1)
        .withNewPodAffinityTerm()
        .withTopologyKey("kubernetes.io/hostname")
        .withNewLabelSelector()
        .withMatchLabels(selector)
        .endLabelSelector()
        .endPodAffinityTerm()
        .endPreferredDuringSchedulingIgnoredDuringExecution()
        .endPodAntiAffinity()
        .build();
  }
}
