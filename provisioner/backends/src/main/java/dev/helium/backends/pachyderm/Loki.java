package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/** Where the logs of pipelines are kept and asked for. */
final class Loki {
  static final String NAME = "loki";
  static final int PORT = 3100;

  private static final String HTTP = "http-metrics";
  private static final String MEMBERS = "memberlist-port";
  private static final int GRPC_PORT = 9095;
  private static final int MEMBERS_PORT = 7946;
  private static final long USER = 10_001;

  /** What it has in memory is written out first. */
  private static final long GRACE_SECONDS = 4800;

  private Loki() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.choices().ownLogs()) {
      return List.of();
    }
    Values values = plan.values().at("loki-stack.loki");
    Component loki = component(plan, values);
    return List.of(
        KubernetesObjects.configMap(
            NAME,
            Map.of(
                "loki.yaml",
                Template.filled(
                    "loki.yaml",
                    Map.of(
                        "RETENTION", values.text("config.limits_config.retention_period"),
                        "PACHYDERM_RETENTION", values.text("config.pachydermRetention"))))),
        loki.statefulSet("loki-headless"),
        Labels.inner(
            KubernetesObjects.service(
                NAME, "ClusterIP", loki, KubernetesObjects.port(HTTP, PORT, HTTP))),
        KubernetesObjects.headless("loki-headless", loki, KubernetesObjects.port(HTTP, PORT, HTTP)),
        KubernetesObjects.headless(
            "loki-memberlist", loki, KubernetesObjects.port("members", MEMBERS_PORT, MEMBERS)));
  }

  private static Component component(Plan plan, Values values) {
    Component loki =
        Pods.of(plan, NAME, Images.of(plan, "loki-stack.loki.image"), values)
            .security(Pods.pod(USER), Pods.readOnly())
            .graceSeconds(GRACE_SECONDS)
            .annotation("prometheus.io/scrape", "true")
            .annotation("prometheus.io/port", HTTP)
            .arguments("-config.file=/etc/loki/loki.yaml")
            .port(HTTP, PORT)
            .port("grpc", GRPC_PORT)
            .port(MEMBERS, MEMBERS_PORT)
            .readiness(Probes.http("/ready", HTTP, Timing.of(45, 10)))
            .liveness(Probes.http("/ready", HTTP, Timing.of(45, 10)))
            .volume(Volumes.empty("tmp"))
            .mount("tmp", "/tmp")
            .volume(Volumes.configMap("config", NAME))
            .mount("config", "/etc/loki")
            .mount("storage", "/data");
    return values.flag("persistence.enabled")
        ? loki.claim(
            Volumes.claim(
                "storage",
                values.text("persistence.size"),
                values.text("persistence.storageClassName")))
        : loki.volume(Volumes.empty("storage"));
  }
}
