package dev.helium.backends.hash;

import dev.helium.backends.product.WayAnnotations;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Map;

/** What is said of the ways into a workspace, for those who show them. */
final class Ways {
  private Ways() {}

  /** A way that needs nothing to go in by. */
  static Map<String, String> named(String name) {
    return Map.of(WayAnnotations.LINK_NAME, name);
  }

  /**
   * @param secret the name of the one that opens it
   */
  static Map<String, String> named(String name, String secret) {
    return Map.of(WayAnnotations.LINK_NAME, name, WayAnnotations.CREDENTIALS, secret);
  }

  static Service named(Service service, String name) {
    return WayAnnotations.annotated(service, named(name));
  }

  static Service named(Service service, String name, String secret) {
    return WayAnnotations.annotated(service, named(name, secret));
  }
}
