package dev.helium.backends.clipper;

import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.WayAnnotations;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ways into a workspace, with what is said of them for those who show them. */
final class Ways {
  private Ways() {}

  static Map<String, String> named(String name) {
    return Map.of(WayAnnotations.LINK_NAME, name);
  }

  /**
   * @param secret the name of the one that opens it
   */
  static Map<String, String> named(String name, String secret) {
    return Map.of(WayAnnotations.LINK_NAME, name, WayAnnotations.CREDENTIALS, secret);
  }

  /** The service of a component, of the type and with the port that its values say. */
  static Service to(Component component, Values values, String portName, Map<String, String> way) {
    Map<String, String> annotations = new LinkedHashMap<>(values.texts("annotations"));
    annotations.putAll(way);
    return new ServiceBuilder(
            service(
                component.name(),
                values.text("type"),
                component,
                port(portName, values.number("port"), portName)))
        .editMetadata()
        .withAnnotations(annotations)
        .endMetadata()
        .build();
  }
}
