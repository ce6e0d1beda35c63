package dev.helium.engine.kubernetes;

import dev.helium.engine.state.ResourceState;

/** What goes with its namespace. */
final class NamespaceContents {
  private NamespaceContents() {}

  /**
   * True for an object in the namespace that the other resource is, if its program waits for
   * nothing of it. Then deletions one by one are requests in an order and no more, and the cluster
   * empties the namespace anyway.
   */
  static boolean goesWith(ResourceState recorded, ResourceState other) {
    if (ObjectType.isPatch(recorded.type(), recorded.inputs())
        || ObjectType.isPatch(other.type(), other.inputs())) {
      return false;
    }
    var namespace = ObjectIdentity.of(other);
    return isNamespace(namespace)
        && !namespace.name().isEmpty()
        && ObjectIdentity.of(recorded).namespace().equals(namespace.name())
        && AwaitPolicy.isSkipped(recorded.inputs());
  }

  static boolean isNamespace(ObjectIdentity object) {
    return object.apiVersion().equals("v1") && object.kind().equals("Namespace");
  }

  /** The path of all pods of a namespace. */
  static String pods(ObjectIdentity namespace) {
    return new ObjectKind("v1", "Pod", "pods", true).collection(namespace.name());
  }
}
