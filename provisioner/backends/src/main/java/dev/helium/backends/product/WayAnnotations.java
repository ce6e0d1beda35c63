package dev.helium.backends.product;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.Map;

/**
 * What services and ingresses say of themselves as ways into a workspace. The status watcher reads
 * it, and its README says what it makes of it.
 */
public final class WayAnnotations {
  /** What the links are called. */
  public static final String LINK_NAME = "helium.dev/link-name";

  /** The name of the secret that opens it. */
  public static final String CREDENTIALS = "helium.dev/credentials";

  /** {@code true} for what nobody is told of. */
  public static final String HIDDEN = "helium.dev/hidden";

  private WayAnnotations() {}

  /** The same service with these annotations on top. */
  public static Service annotated(Service service, Map<String, String> annotations) {
    return annotations.isEmpty()
        ? service
        : new ServiceBuilder(service)
            .editMetadata()
            .addToAnnotations(annotations)
            .endMetadata()
            .build();
  }
}
