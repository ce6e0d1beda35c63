package dev.helium.backends.posthog;

import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/** Objects of kinds that only some clusters have. */
final class ForeignKinds {
  private ForeignKinds() {}

  /** What Google's load balancer does with requests that come without TLS. */
  static HasMetadata frontend(boolean redirect) {
    return ForeignObject.of(
        "networking.gke.io/v1beta1",
        "FrontendConfig",
        IngressRules.FRONTEND,
        Map.of(),
        Map.of("redirectToHttps", Map.of("enabled", redirect)));
  }

  /** A certificate that Google makes and keeps. */
  static HasMetadata certificate(String host) {
    return ForeignObject.of(
        "networking.gke.io/v1",
        "ManagedCertificate",
        IngressRules.CERTIFICATE,
        Map.of(),
        Map.of("domains", List.of(host)));
  }

  /** Tells a Prometheus operator whose metrics to collect, by a port of their service. */
  static HasMetadata monitor(Values values, Map<String, String> selector, String port) {
    Map<String, Object> endpoint =
        values.has("interval")
            ? Map.of("port", port, "interval", values.text("interval"))
            : Map.of("port", port);
    return ForeignObject.of(
        "monitoring.coreos.com/v1",
        "ServiceMonitor",
        Names.POSTHOG,
        values.texts("selector"),
        Map.of("endpoints", List.of(endpoint), "selector", Map.of("matchLabels", selector)));
  }
}
