package dev.helium.backends.clipper;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Placement;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder;
import java.util.List;

/** What the components have in common. */
final class Parts {
  private Parts() {}

  /**
   * @param name of the component, below which its values are too
   * @param app what rules between pods know it by
   */
  static Component of(Plan plan, String name, String app) {
    Values values = plan.values().at(name);
    Component component =
        Component.of(name, image(values.at("image")))
            .label("app", app)
            .pullPolicy(values.text("image.pullPolicy"))
            .pullSecrets(values.words("imagePullSecrets"))
            .annotations(values.texts("podAnnotations"))
            .resources(Resources.from(values.at("resources")));
    return Placement.of(component, plan.values(), name);
  }

  /** As the runtime of containers wants it; a digest counts more than a tag. */
  static String image(Values values) {
    String name =
        (values.has("registry") ? values.text("registry") + "/" : "") + values.text("repository");
    return values.has("digest")
        ? name + "@" + values.text("digest")
        : name + ":" + values.text("tag");
  }

  /** A new pod is ready before an old one goes. */
  static DeploymentStrategy oneByOne() {
    return new DeploymentStrategyBuilder()
        .withType("RollingUpdate")
        .withNewRollingUpdate()
        .withNewMaxUnavailable(0)
        .withNewMaxSurge(1)
        .endRollingUpdate()
        .build();
  }

  static Component withAccount(Plan plan, String name, Component component) {
    Values account = plan.values().at(name + ".serviceAccount");
    return component.accountWithoutToken(account.has("name") ? account.text("name") : name);
  }

  static List<HasMetadata> account(Plan plan, String name) {
    Values account = plan.values().at(name + ".serviceAccount");
    return account.flag("create")
        ? List.of(
            new ServiceAccountBuilder()
                .withNewMetadata()
                .withName(account.has("name") ? account.text("name") : name)
                .withAnnotations(account.texts("annotations"))
                .endMetadata()
                .withAutomountServiceAccountToken(false)
                .build())
        : List.of();
  }
}
