package dev.helium.watcher.judging;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;

/**
 * Names one object in the cluster.
 *
 * @param namespace empty for objects without one
 */
public record ObjectKey(String kind, String namespace, String name) {
  public ObjectKey {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(name, "name");
  }

  public static ObjectKey of(HasMetadata object) {
    String namespace = object.getMetadata().getNamespace();
    return new ObjectKey(
        HasMetadata.getKind(object.getClass()),
        namespace == null ? "" : namespace,
        object.getMetadata().getName());
  }

  public static ObjectKey namespace(String name) {
    return new ObjectKey("Namespace", "", name);
  }

  /** As people write it. */
  @Override
  public String toString() {
    return kind + "/" + name;
  }
}
