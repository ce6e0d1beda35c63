package dev.helium.backends.posthog;

import dev.helium.backends.product.WayAnnotations;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Map;

/** What people are told of the ways into a workspace. */
final class Ways {
  private Ways() {}

  static Service named(Service service, String name) {
    return WayAnnotations.annotated(service, Map.of(WayAnnotations.LINK_NAME, name));
  }

  /** With the secret that opens it, if there is one. */
  static Service named(Service service, String name, Credential credential) {
    Service told = named(service, name);
    return credential.secretName().isEmpty()
        ? told
        : WayAnnotations.annotated(
            told, Map.of(WayAnnotations.CREDENTIALS, credential.secretName()));
  }

  /** Nobody is told of what only the product itself has a use for. */
  static Service hidden(Service service) {
    return WayAnnotations.annotated(service, Map.of(WayAnnotations.HIDDEN, "true"));
  }
}
