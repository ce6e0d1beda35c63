package dev.helium.backends.posthog;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pods of the app: pages, taking of events, workers, the scheduler and the plugin server. */
final class App {
  static final int PORT = 8000;

  private final Values values;
  private final Access access;
  private final RoleVariables variables;

  App(Setting setting, Access access) {
    this.values = setting.values();
    this.access = access;
    this.variables = new RoleVariables(setting, access);
  }

  List<HasMetadata> objects() {
    Values web = values.at("web");
    List<HasMetadata> objects = new ArrayList<>(accounts());
    objects.addAll(Scaling.deployment(web("web", web), web));
    if (values.flag("events.enabled")) {
      objects.addAll(Scaling.deployment(web("events", web), web));
    }
    Values worker = values.at("worker");
    objects.addAll(
        Scaling.deployment(
            pods("worker", "docker-worker-celery", worker, variables.worker()), worker));
    Values beat = values.at("beat");
    objects.addAll(
        Scaling.single(pods("beat", "docker-worker-beat", beat, variables.beat()), beat));
    Values plugins = values.at("plugins");
    objects.addAll(
        Scaling.deployment(
            pods(
                "plugins",
                "plugin-server --no-restart-loop",
                plugins,
                variables.plugins(),
                variables.pluginsCheck()),
            plugins));
    return objects;
  }

  /** What services select by. */
  static Component named(String role) {
    return Component.of(Names.POSTHOG + "-" + role, "");
  }

  /** One of the app's image, with nothing to do yet. */
  static Component component(Values values, String role, Values ofRole) {
    Values image = values.at("image");
    int user = image.number("runAsUser");
    int group = image.number("runAsGroup");
    Component component =
        Component.of(Names.POSTHOG + "-" + role, Images.app(image))
            .pullPolicy(image.text("pullPolicy"))
            .pullSecrets(
                image.objects("imagePullSecrets").stream()
                    .map(secret -> secret.text("name"))
                    .toList())
            .security(Security.restrictedPod(user, group), Security.restrictedContainer());
    return Nodes.apply(labelled(component, role), ofRole);
  }

  static Component labelled(Component component, String role) {
    return component
        .label("app", Names.POSTHOG)
        .label("release", Names.POSTHOG)
        .label("role", role);
  }

  /** The account of its pods, if it is not the namespace's own. */
  static Optional<String> account(Values values) {
    if (values.has("serviceAccount.name")) {
      return Optional.of(values.text("serviceAccount.name"));
    }
    return values.flag("serviceAccount.create") ? Optional.of(Names.POSTHOG) : Optional.empty();
  }

  private List<HasMetadata> accounts() {
    if (!values.flag("serviceAccount.create")) {
      return List.of();
    }
    return account(values).stream()
        .<HasMetadata>map(
            name ->
                new ServiceAccountBuilder(KubernetesObjects.account(name))
                    .editMetadata()
                    .addToAnnotations(values.texts("serviceAccount.annotations"))
                    .endMetadata()
                    .build())
        .toList();
  }

  private Component web(String role, Values web) {
    return pods(role, "docker-server", web, variables.web())
        .readiness(Checks.web(web.at("readinessProbe")))
        .liveness(Checks.web(web.at("livenessProbe")));
  }

  private Component pods(String role, String command, Values ofRole, Variables told) {
    return pods(role, command, ofRole, told, told);
  }

  /**
   * @param check what the Django app is told that looks whether migrations are done
   */
  private Component pods(
      String role, String command, Values ofRole, Variables told, Variables check) {
    ResourceRequirements resources = Scaling.resources(ofRole);
    Component pods =
        component(values, role, ofRole)
            .command("/bin/sh", "-c", "exec ./bin/" + command)
            .port("http", PORT)
            .resources(resources)
            .before(
                Waiting.forMigrations(
                    Images.app(values.at("image")),
                    resources,
                    check,
                    access.storesThroughThePool()));
    account(values).ifPresent(pods::accountWithoutToken);
    return told.addTo(pods);
  }
}
