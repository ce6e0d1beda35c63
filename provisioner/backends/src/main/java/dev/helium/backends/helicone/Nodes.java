package dev.helium.backends.helicone;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Placement;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;

/** Which nodes the pods of a component may run on. */
final class Nodes {
  private Nodes() {}

  static void into(Component component, Values values) {
    into(component, values, values.at("affinity").tree().isEmpty() ? null : affinity(values));
  }

  /** Only where a pod of the other one runs, whose volume they share. */
  static void beside(Component component, Values values, Part other) {
    Affinity affinity =
        new AffinityBuilder(affinity(values))
            .editOrNewPodAffinity()
            .addNewRequiredDuringSchedulingIgnoredDuringExecution()
            .withNewLabelSelector()
            .addToMatchLabels("app.kubernetes.io/name", other.objectName())
            .endLabelSelector()
            .withTopologyKey("kubernetes.io/hostname")
            .endRequiredDuringSchedulingIgnoredDuringExecution()
            .endPodAffinity()
            .build();
    into(component, values, affinity);
  }

  /** As Kubernetes writes it; what it does not know is an {@link IllegalArgumentException}. */
  static Affinity affinity(Values values) {
    return Placement.affinity(values);
  }

  private static void into(Component component, Values values, Affinity affinity) {
    component.placement(values.texts("nodeSelector"), Placement.tolerations(values), affinity);
  }
}
