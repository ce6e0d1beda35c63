package dev.helium.backends.clipper;

import static dev.helium.backends.product.KubernetesObjects.configMap;
import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/**
 * Loki, when asked for. It keeps logs that somebody else has to bring; nothing here collects any.
 */
final class Loki {
  static final int PORT = 3100;

  private static final String PATH = "loki";
  private static final String FILE = "loki.yml";
  private static final long USER = 10_001;

  private Loki() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.has(PATH)) {
      return List.of();
    }
    Component component = component(plan);
    return List.of(
        configMap(
            Names.config(Names.LOKI),
            Map.of(
                FILE,
                Template.filled(FILE, Map.of("RETENTION", plan.values().text("loki.retention"))))),
        service(Names.LOKI, "ClusterIP", component, port(Names.HTTP, PORT, Names.HTTP)),
        component.statefulSet(Names.LOKI));
  }

  private static Component component(Plan plan) {
    Component component =
        Monitoring.of(plan, Names.LOKI, PATH, USER)
            .arguments("-config.file=/etc/loki/" + FILE)
            .port(Names.HTTP, PORT)
            .readiness(Probes.http("/ready", Names.HTTP, Timing.of(15, 10)))
            .liveness(Probes.http("/ready", Names.HTTP, Timing.of(120, 30)));
    return Monitoring.withFolders(plan, PATH, component, "/etc/loki", "/loki");
  }
}
