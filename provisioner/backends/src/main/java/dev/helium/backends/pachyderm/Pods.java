package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Placement;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;

/** What the pods of all parts have in common. */
final class Pods {
  /** Whom the images of Pachyderm run as. */
  static final long USER = 1000;

  private Pods() {}

  /**
   * A kind of pod that may write to nothing but its volumes, with what the values say of it.
   *
   * @param image in writing
   * @param values those of this part
   */
  static Component of(Plan plan, String name, String image, Values values) {
    Component component =
        Component.of(name, image)
            .pullSecrets(plan.values().words("global.imagePullSecrets"))
            .label(Labels.APP, name)
            .label(Labels.SUITE, Labels.PACHYDERM)
            .annotations(values.texts("annotations"))
            .resources(Resources.from(values.at("resources")))
            .security(pod(USER), readOnly());
    values.texts("podLabels").forEach(component::label);
    if (values.has("image.pullPolicy")) {
      component.pullPolicy(values.text("image.pullPolicy"));
    }
    place(component, values);
    return component;
  }

  /** Of one user, whose group its volumes belong to. */
  static PodSecurityContext pod(long user) {
    return Security.restrictedPod(user, user);
  }

  static SecurityContext readOnly() {
    return new SecurityContextBuilder(Security.restrictedContainer())
        .withReadOnlyRootFilesystem(true)
        .build();
  }

  private static void place(Component component, Values values) {
    component.placement(
        values.texts("nodeSelector"),
        Placement.tolerations(values),
        values.at("affinity").tree().isEmpty() ? null : Placement.affinity(values));
  }
}
