package dev.helium.backends.posthog;

import dev.helium.backends.product.Component;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;

/**
 * Containers that run before others and end when what those need is there. They ask for ever: what
 * is not there says why by itself.
 */
final class Waiting {
  private static final String SERVICES = "wait-for-services";
  private static final String MIGRATIONS = "wait-for-migrations";

  private Waiting() {}

  /**
   * Until all of these take connections. A service of Kubernetes does that as soon as a pod of it
   * is ready.
   *
   * @param image with bash and coreutils
   * @param addresses hosts with their ports
   */
  static Container forServices(
      String image, ResourceRequirements resources, List<String> addresses) {
    return Component.of(SERVICES, image)
        .command("bash", "-ec", Template.text("wait-for-services.sh"), SERVICES)
        .arguments(addresses.toArray(String[]::new))
        .resources(resources)
        .asContainer();
  }

  /** Until the stores answer and hold all that this version of the app brings with it. */
  static Container forMigrations(
      String image, ResourceRequirements resources, Variables variables, List<String> addresses) {
    String script =
        Template.text("wait-for-services.sh") + "\n" + Template.text("wait-for-migrations.sh");
    return variables
        .addTo(Component.of(MIGRATIONS, image))
        .command("bash", "-ec", script, MIGRATIONS)
        .arguments(addresses.toArray(String[]::new))
        .resources(resources)
        .asContainer();
  }
}
