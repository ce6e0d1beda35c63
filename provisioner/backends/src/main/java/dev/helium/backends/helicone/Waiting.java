package dev.helium.backends.helicone;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ResourceRequirements;

/** What runs in a pod before its main container, until the database answers. */
final class Waiting {
  private Waiting() {}

  /** Of a component with the variables {@code DB_HOST}, {@code DB_PORT} and {@code DB_USER}. */
  static Container forDatabase(Plan plan, Environment environment, ResourceRequirements resources) {
    Values image = plan.values().at("waitForDatabase.image");
    Component waiting =
        Component.of("init-db", Images.name(image))
            .pullPolicy(image.text("pullPolicy"))
            .command("/bin/sh", "-c", Template.text("wait-for-database.sh"))
            .resources(resources);
    environment.into(waiting, "DB_HOST", "DB_PORT", "DB_USER");
    return waiting.asContainer();
  }
}
