package dev.helium.backends.posthog;

import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes metrics of what the API server says of the workspace's objects. */
final class StateMetrics {
  static final String NAME = "posthog-kube-state-metrics";
  private static final String HTTP = "http";
  private static final List<String> CORE =
      List.of("pods", "services", "endpoints", "persistentvolumeclaims");
  private static final List<String> APPS =
      List.of("deployments", "statefulsets", "daemonsets", "replicasets");
  private static final List<String> BATCH = List.of("jobs");

  private StateMetrics() {}

  static List<HasMetadata> objects(Setting setting, Values values) {
    if (!values.flag("enabled")) {
      return List.of();
    }
    Component metrics =
        Nodes.apply(
            Images.component(NAME, values)
                .arguments(
                    "--resources=" + kinds(),
                    "--namespaces=" + setting.namespace(),
                    "--telemetry-port=8081")
                .port(HTTP, 8080)
                .account(NAME)
                .resources(Resources.from(values.at("resources")))
                .readiness(Probes.http("/", HTTP, new Timing(5, 10, 5, 3)))
                .liveness(Probes.http("/healthz", HTTP, new Timing(5, 10, 5, 3)))
                .security(Reloading.nobody(), Security.restrictedContainer())
                .annotations(Scraping.of("8080")),
            values);
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(KubernetesObjects.account(NAME));
    objects.addAll(
        NamespaceRights.of(
            setting,
            NAME,
            NamespaceRights.rule("", CORE),
            NamespaceRights.rule("apps", APPS),
            NamespaceRights.rule("batch", BATCH)));
    objects.add(metrics.deployment());
    objects.add(Ways.hidden(service(NAME, "ClusterIP", metrics, port(HTTP, 8080, HTTP))));
    return objects;
  }

  private static String kinds() {
    return String.join(",", Stream.of(CORE, APPS, BATCH).flatMap(List::stream).sorted().toList());
  }
}
