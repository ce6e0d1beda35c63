package dev.helium.backends.hash;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Placement;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;

/** What the components have in common. */
final class Parts {
  private Parts() {}

  /**
   * One that runs as that user and group, both by number: the images name theirs, and of a name
   * nobody can tell that it is not root.
   *
   * @param path of the values that are its own
   */
  static Component of(
      Plan plan, String name, String path, String image, String pullPolicy, long user, long group) {
    Values values = plan.values();
    Component component =
        Component.of(name, image)
            .pullPolicy(pullPolicy)
            .pullSecrets(values.words("images.pullSecrets"))
            .security(Security.restrictedPod(user, group), Security.restrictedContainer())
            .resources(Resources.from(values.at(path + ".resources")));
    return Placement.of(component, values, "placement");
  }

  /** One of the four that are built for this product, which are always asked for again. */
  static Component application(
      Plan plan, String name, String path, String image, long user, long group) {
    return of(plan, name, path, plan.image(path + ".image", image), pullPolicy(plan), user, group);
  }

  static String pullPolicy(Plan plan) {
    return plan.values().text("images.pullPolicy");
  }
}
