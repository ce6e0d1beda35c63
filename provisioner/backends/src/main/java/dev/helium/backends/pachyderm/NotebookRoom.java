package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * Pods that do nothing and are as large as a notebook's, so that a cluster which grows by itself
 * has room before users come. None unless asked for.
 */
final class NotebookRoom {
  private static final String NAME = "user-placeholder";
  private static final long NOBODY = 65_534;

  private NotebookRoom() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.choices().notebooks()) {
      return List.of();
    }
    Values values = plan.values().at("notebooks.placeholder");
    Values user = plan.values().at("notebooks.singleuser");
    Component room =
        Pods.of(plan, NAME, Images.of(plan, "notebooks.placeholder.image"), values)
            .security(Pods.pod(NOBODY), Pods.readOnly())
            .replicas(values.number("replicas"))
            .graceSeconds(0)
            .label(NotebookRules.NOTEBOOK, "true")
            .resources(
                Resources.requests(
                    user.has("cpu.guarantee") ? user.text("cpu.guarantee") : "",
                    user.text("memory.guarantee")));
    return List.of(
        room.deployment(),
        // They make room for whoever needs it.
        KubernetesObjects.disruptionBudget(NAME, room, 0));
  }
}
