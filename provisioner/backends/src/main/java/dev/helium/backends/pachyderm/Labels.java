package dev.helium.backends.pachyderm;

import dev.helium.backends.product.NamespaceMarks;
import dev.helium.backends.product.WayAnnotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Service;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** What objects say of themselves, to pachd and to those who look for a way in. */
final class Labels {
  /** By which pachd finds its own deployment and pods, and logs are sorted. */
  static final String APP = "app";

  static final String SUITE = "suite";
  static final String PACHYDERM = "pachyderm";

  private static final String NAME = "app.kubernetes.io/name";

  private Labels() {}

  /**
   * By which whoever keeps the wildcard certificate has it copied here, and by which people sort
   * namespaces: under the names that the original Helium gave them.
   *
   * @param expiry as an ISO-8601 instant
   */
  static NamespaceMarks ofNamespace(String expiry) {
    return new NamespaceMarks(
        Map.of("needs-workspace-tls", "true", "helium-expiry", lastDay(expiry)), Map.of());
  }

  /** The day, in UTC, that ends with the expiry or has it in it; a label takes no instant. */
  private static String lastDay(String expiry) {
    return Instant.parse(expiry).minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  /** With the labels that the objects of this product have from of old. */
  static HasMetadata complete(HasMetadata object) {
    ObjectMeta metadata = object.getMetadata();
    Map<String, String> labels = metadata.getLabels();
    String app =
        labels == null ? metadata.getName() : labels.getOrDefault(NAME, metadata.getName());
    object.setMetadata(
        new ObjectMetaBuilder(metadata)
            .addToLabels(APP, app)
            .addToLabels(SUITE, PACHYDERM)
            .build());
    return object;
  }

  /**
   * @param credentials name of the secret that opens it; empty for none
   */
  static Service wayIn(Service service, String name, String credentials) {
    Service named = WayAnnotations.annotated(service, Map.of(WayAnnotations.LINK_NAME, name));
    return credentials.isEmpty()
        ? named
        : WayAnnotations.annotated(named, Map.of(WayAnnotations.CREDENTIALS, credentials));
  }

  /** One that only the parts of a workspace use. */
  static Service inner(Service service) {
    return WayAnnotations.annotated(service, Map.of(WayAnnotations.HIDDEN, "true"));
  }
}
