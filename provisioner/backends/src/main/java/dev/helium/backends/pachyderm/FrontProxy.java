package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodAffinityTermBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one door to console, pachd, S3 and logins. */
final class FrontProxy {
  static final String NAME = "pachyderm-proxy";
  static final String CONSOLE_BACKEND = "console-proxy-backend";
  static final String PACHD_BACKEND = "pachd-proxy-backend";

  static final String HTTP = "http-port";
  static final String HTTPS = "https-port";

  private static final String SETTINGS = "pachyderm-proxy-config";
  private static final String ADMIN = "admin-port";
  private static final long USER = 101;
  private static final int NEAR = 100;

  private FrontProxy() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.choices().frontProxy()) {
      return List.of();
    }
    Component proxy = component(plan);
    List<HasMetadata> objects = new ArrayList<>(FrontServices.objects(plan, proxy));
    objects.add(KubernetesObjects.configMap(SETTINGS, settings(plan)));
    objects.add(proxy.deployment());
    return objects;
  }

  private static Map<String, String> settings(Plan plan) {
    long memory =
        Quantity.getAmountInBytes(
                new Quantity(plan.named("proxy.resources.limits.memory", "512Mi")))
            .longValue();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("envoy.json", new EnvoySettings(plan).json(memory));
    if (plan.values().flag("proxy.tls.enabled")) {
      settings.put("sds.yaml", Template.text("envoy-certificate.yaml"));
    }
    return settings;
  }

  private static Component component(Plan plan) {
    Values values = plan.values().at("proxy");
    Component proxy =
        Pods.of(plan, NAME, Images.of(plan, "proxy.image"), values)
            .security(Pods.pod(USER), Pods.readOnly())
            .replicas(values.number("replicas"))
            .command("envoy")
            .arguments(
                "-c",
                "/etc/envoy/envoy.json",
                "--service-node",
                "$(MY_POD_NAME)",
                "--service-zone",
                "$(MY_NODE_NAME)",
                "--service-cluster",
                "pachyderm-envoy")
            .environment(Etcd.fromPod("MY_POD_NAME", "metadata.name"))
            .environment(Etcd.fromPod("MY_NODE_NAME", "spec.nodeName"))
            .port(ADMIN, 9901)
            .port(HTTP, 8080)
            .readiness(Probes.http("/ready", ADMIN, Timing.USUAL))
            .liveness(Probes.http("/server_info", ADMIN, Timing.USUAL))
            .volume(Volumes.configMap("envoy-config", SETTINGS))
            .mount("envoy-config", "/etc/envoy")
            .placement(values.texts("nodeSelector"), List.of(), nearPachd());
    if (values.flag("tls.enabled")) {
      proxy
          .port(HTTPS, 8443)
          .volume(Volumes.secret("tls", values.text("tls.secretName")))
          .mount("tls", "/tls");
    }
    return proxy;
  }

  /** On the same node where possible, as all of its requests go there. */
  private static Affinity nearPachd() {
    return new AffinityBuilder()
        .withNewPodAffinity()
        .addNewPreferredDuringSchedulingIgnoredDuringExecution()
        .withWeight(NEAR)
        .withPodAffinityTerm(
            new PodAffinityTermBuilder()
                .withTopologyKey("kubernetes.io/hostname")
                .withNewLabelSelector()
                .addToMatchLabels(Labels.APP, Pachd.NAME)
                .endLabelSelector()
                .build())
        .endPreferredDuringSchedulingIgnoredDuringExecution()
        .endPodAffinity()
        .build();
  }
}
