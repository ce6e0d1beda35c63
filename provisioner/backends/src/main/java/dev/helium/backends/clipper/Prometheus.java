package dev.helium.backends.clipper;

import static dev.helium.backends.product.KubernetesObjects.configMap;
import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.WayAnnotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Prometheus, when asked for. It finds the API's pods by a name that has all their addresses, so it
 * needs no right in the cluster.
 */
final class Prometheus {
  static final int PORT = 9090;

  private static final String PATH = "prometheus";
  private static final String FILE = "prometheus.yml";
  private static final long USER = 65_534;

  private Prometheus() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.has(PATH)) {
      return List.of();
    }
    Component component = component(plan);
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(configMap(Names.config(Names.PROMETHEUS), Map.of(FILE, settings(plan))));
    if (plan.has("backend")) {
      objects.add(backendPods(plan));
    }
    objects.add(
        service(Names.PROMETHEUS, "ClusterIP", component, port(Names.HTTP, PORT, Names.HTTP)));
    objects.add(component.statefulSet(Names.PROMETHEUS));
    return objects;
  }

  private static Component component(Plan plan) {
    Component component =
        Monitoring.of(plan, Names.PROMETHEUS, PATH, USER)
            .arguments(
                "--config.file=/etc/prometheus/" + FILE,
                "--storage.tsdb.path=/prometheus",
                "--storage.tsdb.retention.time=" + plan.values().text("prometheus.retention"))
            .port(Names.HTTP, PORT)
            .readiness(Probes.http("/-/ready", Names.HTTP, Timing.of(5, 10)))
            .liveness(Probes.http("/-/healthy", Names.HTTP, Timing.of(30, 15)));
    return Monitoring.withFolders(plan, PATH, component, "/etc/prometheus", "/prometheus");
  }

  private static String settings(Plan plan) {
    return Template.filled(
        FILE,
        Map.of(
            "WORKSPACE", plan.workspace(),
            "ENVIRONMENT", plan.values().text("global.environment"),
            "PODS", Names.BACKEND_PODS,
            "PORT", plan.values().text("clipper-backend.service.targetPort"),
            "METRICS", BackendServer.METRICS));
  }

  /** Also of those that are not ready, which one wants to know about most. */
  private static Service backendPods(Plan plan) {
    return new ServiceBuilder()
        .withNewMetadata()
        .withName(Names.BACKEND_PODS)
        .addToAnnotations(WayAnnotations.HIDDEN, "true")
        .endMetadata()
        .withNewSpec()
        .withClusterIP("None")
        .withPublishNotReadyAddresses(true)
        .addToSelector("app.kubernetes.io/name", Names.BACKEND)
        .addNewPort()
        .withName(Names.HTTP)
        .withProtocol("TCP")
        .withPort(plan.values().number("clipper-backend.service.targetPort"))
        .withTargetPort(new IntOrString(Names.HTTP))
        .endPort()
        .endSpec()
        .build();
  }
}
