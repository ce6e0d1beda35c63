package dev.helium.backends.helicone;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;

/** How components are reached in the cluster, and what of it people are told. */
final class Services {
  private Services() {}

  static Service of(Plan plan, Part part, Component component) {
    Values values = part.in(plan.values()).at("service");
    ServicePort main = KubernetesObjects.port(portName(part), plan.port(part), portName(part));
    ServicePort[] ports =
        part == Part.KONG
            ? new ServicePort[] {
              main, KubernetesObjects.port("https", values.number("httpsPort"), "https")
            }
            : new ServicePort[] {main};
    Service service =
        KubernetesObjects.service(part.objectName(), values.text("type"), component, ports);
    return new ServiceBuilder(service)
        .editMetadata()
        .addToAnnotations(Ways.annotations(plan.values(), part))
        .endMetadata()
        .build();
  }

  /** Of the container's port and of the service's. */
  static String portName(Part part) {
    return part == Part.DB ? "postgres" : "http";
  }
}
