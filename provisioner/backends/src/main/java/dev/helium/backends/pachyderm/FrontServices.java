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

/** The services before and behind the front proxy. */
final class FrontServices {
  private FrontServices() {}

  static List<HasMetadata> objects(Plan plan, Component proxy) {
    List<HasMetadata> services = new ArrayList<>();
    services.add(front(plan, proxy));
    if (plan.choices().console()) {
      services.add(
          backend(
              FrontProxy.CONSOLE_BACKEND,
              Console.component(plan),
              port(Console.HTTP, plan.values().number("console.config.graphqlPort"))));
    }
    services.add(
        plan.choices().pachd()
            ? backend(
                FrontProxy.PACHD_BACKEND,
                Pachd.component(plan),
                port(PachdServices.GRPC, 1650),
                port(PachdServices.OIDC, 1657),
                port(PachdServices.IDENTITY, 1658),
                port(PachdServices.STORAGE, 1600),
                port(PachdServices.METRICS, 1656))
            : backend(
                FrontProxy.PACHD_BACKEND,
                EnterpriseServer.component(plan),
                port(PachdServices.GRPC, 1650),
                port(PachdServices.OIDC, 1657),
                port(PachdServices.IDENTITY, 1658),
                port(PachdServices.METRICS, 1656)));
    return services;
  }

  private static Service front(Plan plan, Component proxy) {
    Values values = plan.values().at("proxy.service");
    List<ServicePort> ports = new ArrayList<>();
    ports.add(PachdServices.port(values, FrontProxy.HTTP, "httpPort"));
    if (plan.values().flag("proxy.tls.enabled")) {
      ports.add(PachdServices.port(values, FrontProxy.HTTPS, "httpsPort"));
    }
    Service service =
        KubernetesObjects.service(
            FrontProxy.NAME, values.text("type"), proxy, ports.toArray(ServicePort[]::new));
    service =
        WayAnnotations.annotated(
            service, DnsNames.of(values.text("type"), plan.addresses().host()));
    service = WayAnnotations.annotated(service, values.texts("annotations"));
    service =
        Labels.wayIn(
            service,
            plan.choices().console() ? Console.NAME : Pachd.NAME,
            Console.credentials(plan));
    return values.has("loadBalancerIP")
        ? new ServiceBuilder(service)
            .editSpec()
            .withLoadBalancerIP(values.text("loadBalancerIP"))
            .endSpec()
            .build()
        : service;
  }

  /** The pods themselves and only those that are ready: the proxy spreads requests on its own. */
  private static Service backend(String name, Component component, ServicePort... ports) {
    return new ServiceBuilder(KubernetesObjects.headless(name, component, ports))
        .editSpec()
        .withPublishNotReadyAddresses(null)
        .endSpec()
        .build();
  }

  private static ServicePort port(String name, int number) {
    return KubernetesObjects.port(name, number, name);
  }
}
