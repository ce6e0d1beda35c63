package dev.helium.backends.posthog;

import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** Keeps metrics of what has ended before Prometheus could ask. */
final class Pushgateway {
  static final String NAME = "posthog-prometheus-pushgateway";
  private static final String HTTP = "http";

  private Pushgateway() {}

  static List<HasMetadata> objects(Values values) {
    if (!values.flag("enabled")) {
      return List.of();
    }
    Component gateway =
        Nodes.apply(
            Images.component(NAME, values)
                .port(HTTP, 9091)
                .resources(Resources.from(values.at("resources")))
                .readiness(Probes.http("/-/ready", HTTP, new Timing(10, 10, 10, 3)))
                .liveness(Probes.http("/-/healthy", HTTP, new Timing(10, 10, 10, 3)))
                .security(Reloading.nobody(), Security.restrictedContainer())
                .annotations(Scraping.of("9091")),
            values);
    return List.of(
        gateway.deployment(),
        Ways.named(service(NAME, "ClusterIP", gateway, port(HTTP, 9091, HTTP)), "pushgateway"));
  }
}
