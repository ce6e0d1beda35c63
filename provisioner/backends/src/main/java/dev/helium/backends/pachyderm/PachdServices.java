package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.WayAnnotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Under which names pachd is found: by pipelines, by the console, and from outside. */
final class PachdServices {
  static final String STORAGE = "s3gateway-port";
  static final String GRPC = "api-grpc-port";
  static final String PEER = "peer-port";
  static final String METRICS = "prom-metrics";
  static final String OIDC = "oidc-port";
  static final String IDENTITY = "identity-port";

  static final Map<String, String> MEASURED =
      Map.of("prometheus.io/scrape", "true", "prometheus.io/port", "1656");

  private PachdServices() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.choices().pachd()) {
      return List.of();
    }
    Component pachd = Pachd.component(plan);
    List<HasMetadata> services = new ArrayList<>();
    services.add(main(plan, pachd));
    services.add(
        Labels.inner(
            KubernetesObjects.service(
                "pachd-peer",
                "ClusterIP",
                pachd,
                KubernetesObjects.port("api-grpc-peer-port", Addresses.PACHD_PEER, PEER))));
    Values outside = plan.values().at("pachd.externalService");
    if (outside.flag("enabled")) {
      services.add(outside(pachd, outside));
    }
    return services;
  }

  private static Service main(Plan plan, Component pachd) {
    Values values = plan.values().at("pachd.service");
    Service service =
        KubernetesObjects.service(
            Pachd.NAME,
            values.text("type"),
            pachd,
            port(values, GRPC, "apiGRPCPort"),
            port(values, OIDC, "oidcPort"),
            port(values, IDENTITY, "identityPort"),
            port(values, STORAGE, "s3GatewayPort"),
            port(values, METRICS, "prometheusPort"));
    service = WayAnnotations.annotated(service, MEASURED);
    service = WayAnnotations.annotated(service, values.texts("annotations"));
    return Labels.wayIn(
        service, Pachd.NAME, plan.choices().logins() ? EnterpriseSecrets.tokenSecret(plan) : "");
  }

  private static Service outside(Component pachd, Values values) {
    Service service =
        KubernetesObjects.service(
            "pachd-lb",
            "LoadBalancer",
            pachd,
            port(values, GRPC, "apiGRPCPort"),
            port(values, STORAGE, "s3GatewayPort"));
    service = WayAnnotations.annotated(service, values.texts("annotations"));
    return values.has("loadBalancerIP")
        ? new ServiceBuilder(service)
            .editSpec()
            .withLoadBalancerIP(values.text("loadBalancerIP"))
            .endSpec()
            .build()
        : service;
  }

  static ServicePort port(Values values, String name, String number) {
    return KubernetesObjects.port(name, values.number(number), name);
  }
}
