package dev.helium.deletion.cluster;

import dev.helium.deletion.proof.NamespaceFacts;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceCondition;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What objects say of themselves. Pure. */
final class Labels {
  static final String WORKSPACE = "helium.dev/workspace";
  static final String INCARNATION = "helium.dev/incarnation";

  /** Put there by the API server on every namespace, and taken off when it is empty. */
  private static final String USUAL_FINALIZER = "kubernetes";

  private Labels() {}

  /** The label's value, empty when there is none. */
  static String of(ObjectMeta metadata, String label) {
    Map<String, String> labels = metadata.getLabels();
    return labels == null ? "" : labels.getOrDefault(label, "");
  }

  /** An object that is left, where it is, and what holds it. */
  static String leftover(String kind, ObjectMeta metadata) {
    String namespace =
        metadata.getNamespace() == null ? "" : " in namespace " + metadata.getNamespace();
    List<String> finalizers =
        metadata.getFinalizers() == null ? List.of() : metadata.getFinalizers();
    String held =
        metadata.getDeletionTimestamp() == null || finalizers.isEmpty()
            ? ""
            : " (held by finalizer " + String.join(", ", finalizers) + ")";
    return kind + "/" + metadata.getName() + namespace + held;
  }

  static NamespaceFacts facts(Namespace namespace) {
    ObjectMeta metadata = namespace.getMetadata();
    return new NamespaceFacts(
        metadata.getName(),
        of(metadata, WORKSPACE),
        of(metadata, INCARNATION),
        instant(metadata.getCreationTimestamp()),
        metadata.getDeletionTimestamp() != null,
        holders(namespace));
  }

  /** What the metadata alone says of a namespace. */
  static NamespaceFacts facts(ObjectMeta metadata) {
    return new NamespaceFacts(
        metadata.getName(),
        of(metadata, WORKSPACE),
        of(metadata, INCARNATION),
        instant(metadata.getCreationTimestamp()),
        metadata.getDeletionTimestamp() != null,
        List.of());
  }

  /** The namespace controller's conditions name kinds and finalizers inside it. */
  private static List<String> holders(Namespace namespace) {
    List<String> holders = new ArrayList<>();
    if (namespace.getStatus() != null) {
      namespace.getStatus().getConditions().stream()
          .filter(condition -> "True".equals(condition.getStatus()))
          .map(NamespaceCondition::getMessage)
          .forEach(holders::add);
    }
    namespace
        .getMetadata()
        .getFinalizers()
        .forEach(finalizer -> holders.add("its finalizer " + finalizer + " is still on it"));
    if (namespace.getSpec() != null) {
      namespace.getSpec().getFinalizers().stream()
          .filter(finalizer -> !finalizer.equals(USUAL_FINALIZER))
          .forEach(finalizer -> holders.add("its finalizer " + finalizer + " is still on it"));
    }
    return holders;
  }

  private static Instant instant(String time) {
    try {
      return time == null ? Instant.EPOCH : OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException unreadable) {
      return Instant.EPOCH;
    }
  }
}
