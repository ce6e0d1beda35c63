package dev.helium.engine.kubernetes;

import dev.helium.engine.state.ResourceState;

/** What goes with its namespace. */
final class NamespaceContents {
  private NamespaceContents() {}

  /**
   * True for an object in the namespace that the other resource is, if its program waits for
   * nothing of it and it has no pods. Then deletions one by one are requests in an order and no
   * more, and the cluster empties the namespace anyway. Pods that end before the cluster first
   * looks, five seconds after the request, spare half of their grace, so what has pods goes first.
   */
  static boolean goesWith(ResourceState recorded, ResourceState other) {
    if (ObjectType.isPatch(recorded.type(), recorded.inputs())
        || ObjectType.isPatch(other.type(), other.inputs())) {
      return false;
    }
    var namespace = ObjectIdentity.of(other);
    return namespace.apiVersion().equals("v1")
        && namespace.kind().equals("Namespace")
        && !namespace.name().isEmpty()
        && ObjectIdentity.of(recorded).namespace().equals(namespace.name())
        && AwaitPolicy.isSkipped(recorded.inputs())
        && !AwaitPolicy.isSkippedOnDelete(recorded.inputs());
  }
}
