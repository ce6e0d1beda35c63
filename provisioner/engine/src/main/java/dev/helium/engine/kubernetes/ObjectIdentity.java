package dev.helium.engine.kubernetes;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.state.ResourceState;

/**
 * What names an object: its kind, namespace and name. The namespace is empty for kinds that have
 * none.
 */
record ObjectIdentity(String apiVersion, String kind, String namespace, String name) {
  /** The identity inputs ask for. */
  static ObjectIdentity of(ObjectValue inputs) {
    var metadata = Fields.object(inputs, "metadata");
    return new ObjectIdentity(
        inputs.text("apiVersion"),
        inputs.text("kind"),
        metadata.text("namespace"),
        metadata.text("name"));
  }

  /** The identity of what was recorded: the id says where it is, whatever the inputs say now. */
  static ObjectIdentity of(ResourceState recorded) {
    var source = recorded.outputs().text("kind").isEmpty() ? recorded.inputs() : recorded.outputs();
    var slash = recorded.id().indexOf('/');
    return new ObjectIdentity(
        source.text("apiVersion"),
        source.text("kind"),
        slash < 0
            ? Fields.object(source, "metadata").text("namespace")
            : recorded.id().substring(0, slash),
        recorded.id().substring(slash + 1));
  }

  /**
   * The identity of what a program names by type and id; an id alone means the default namespace.
   */
  static ObjectIdentity ofSketch(ResourceState sketch) {
    var source = ObjectType.of(sketch.type(), sketch.inputs());
    var slash = sketch.id().indexOf('/');
    return new ObjectIdentity(
        source.apiVersion(),
        source.kind(),
        slash < 0 ? "default" : sketch.id().substring(0, slash),
        sketch.id().substring(slash + 1));
  }

  /** The id in the state: {@code namespace/name}, or the name alone. */
  String id() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }

  ObjectIdentity in(String otherNamespace) {
    return new ObjectIdentity(apiVersion, kind, otherNamespace, name);
  }

  @Override
  public String toString() {
    return kind + " " + id();
  }
}
