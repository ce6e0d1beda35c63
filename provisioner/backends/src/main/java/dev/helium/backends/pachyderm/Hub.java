package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import dev.helium.backends.product.WayAnnotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gives each user a notebook: logs them in and makes their pod and its volume. */
final class Hub {
  static final String NAME = "hub";
  static final int PORT = 8081;

  private static final String HTTP = "http";
  private static final String DATABASE = "hub-db-dir";
  private static final String CONFIGURATION = "/usr/local/etc/jupyterhub/";

  private Hub() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.choices().notebooks()) {
      return List.of();
    }
    Values storage = plan.values().at("notebooks.hub.storage");
    Component hub = component(plan);
    List<HasMetadata> objects = new ArrayList<>(Accounts.withRights(plan, NAME, rights()));
    objects.add(HubSecret.object(plan));
    objects.add(
        KubernetesObjects.configMap(
            NAME,
            Map.of(
                "jupyterhub_config.py", Template.text("jupyterhub_config.py"),
                "settings.json", new HubSettings(plan).json())));
    objects.add(Volumes.claim(DATABASE, storage.text("size"), storage.text("storageClass")));
    objects.add(
        Labels.inner(
            WayAnnotations.annotated(
                KubernetesObjects.service(
                    NAME, "ClusterIP", hub, KubernetesObjects.port(NAME, PORT, HTTP)),
                Map.of(
                    "prometheus.io/scrape", "true",
                    "prometheus.io/path", "/hub/metrics",
                    "prometheus.io/port", String.valueOf(PORT)))));
    objects.add(hub.deployment());
    return objects;
  }

  private static Component component(Plan plan) {
    Component hub =
        Pods.of(
                plan,
                NAME,
                Images.of(plan, "notebooks.hub.image"),
                plan.values().at("notebooks.hub"))
            .security(Pods.pod(Pods.USER), Security.restrictedContainer())
            .account(NAME)
            .strategy(alone())
            .label(NotebookRules.TO_PROXY_API, "true")
            .label(NotebookRules.TO_PROXY, "true")
            .label(NotebookRules.TO_NOTEBOOKS, "true")
            .arguments(
                "jupyterhub", "--config", CONFIGURATION + "jupyterhub_config.py", "--upgrade-db")
            .port(HTTP, PORT)
            .environment("PYTHONUNBUFFERED", "1")
            .environment(Etcd.fromPod("POD_NAMESPACE", "metadata.namespace"))
            // Users come back to a hub that starts again; moving its database may take long.
            .readiness(Probes.http("/hub/health", HTTP, new Timing(0, 2, 1, 1000)))
            .liveness(Probes.http("/hub/health", HTTP, new Timing(300, 10, 3, 30)))
            .volume(Volumes.configMap("config", NAME))
            .mount("config", CONFIGURATION + "jupyterhub_config.py", "jupyterhub_config.py", true)
            .mount("config", CONFIGURATION + "settings.json", "settings.json", true)
            .volume(Volumes.claimed("pvc", DATABASE))
            .mount("pvc", "/srv/jupyterhub");
    HubSecret.describe(plan, hub);
    return hub;
  }

  /** Its volume can be written to by one pod at a time. */
  static DeploymentStrategy alone() {
    return new DeploymentStrategyBuilder().withType("Recreate").build();
  }

  private static List<PolicyRule> rights() {
    return List.of(
        new PolicyRuleBuilder()
            .withApiGroups("")
            .withResources("pods", "persistentvolumeclaims", "secrets", "services")
            .withVerbs("get", "watch", "list", "create", "delete")
            .build(),
        new PolicyRuleBuilder()
            .withApiGroups("")
            .withResources("events")
            .withVerbs("get", "watch", "list")
            .build());
  }
}
