package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.ResourceProvider.Live;
import dev.helium.engine.state.ResourceState;

/** What resources are to the provider: objects of a cluster, under its settings. */
final class ResourceTargets {
  private final ClusterObjects objects;
  private final ProviderSettings settings;

  ResourceTargets(ClusterObjects objects, ProviderSettings settings) {
    this.objects = objects;
    this.settings = settings;
  }

  ClusterObjects objects() {
    return objects;
  }

  boolean is(ProviderFlag flag) {
    return settings.is(flag);
  }

  /** The object a resource asks for, given what was recorded of it before. */
  ObjectTarget of(ObjectKind kind, ResourceState wanted, ObjectValue outputs) {
    return new ObjectTarget(
        kind,
        objects.located(kind, ObjectIdentity.of(wanted.inputs())),
        FieldManagers.of(wanted.urn(), wanted.inputs(), outputs),
        ObjectType.isPatch(wanted.type(), wanted.inputs()));
  }

  /** What cannot change in place. */
  ImmutableFields immutable(ResourceState wanted) {
    return ObjectType.isPatch(wanted.type(), wanted.inputs())
        ? ImmutableFields.ofPatch()
        : ImmutableFields.of(
            wanted.inputs(),
            settings.is(ProviderFlag.ENABLE_CONFIG_MAP_MUTABLE),
            settings.is(ProviderFlag.ENABLE_SECRET_MUTABLE));
  }

  /** True when fields of other managers are to be taken over. */
  boolean isForced(ObjectValue inputs) {
    return settings.is(ProviderFlag.ENABLE_PATCH_FORCE)
        || "true".equals(Fields.annotation(inputs, Fields.PATCH_FORCE));
  }

  /** True for a cluster that does not answer where a setting says not to mind. */
  boolean isForgiven(EngineException failure, ProviderFlag flag, Call call) {
    var forgiven =
        settings.is(flag) && failure.failure().failureClass() == FailureClass.CLUSTER_UNREACHABLE;
    if (forgiven) {
      call.progress().accept(flag.setting() + " is set: " + failure.getMessage());
    }
    return forgiven;
  }

  /** The live object as a resource. */
  static Live live(ObjectValue inputs, JsonNode object, String manager) {
    var metadata = object.path("metadata");
    var namespace = metadata.path("namespace").asText();
    var name = metadata.path("name").asText();
    return new Live(
        namespace.isEmpty() ? name : namespace + "/" + name,
        inputs,
        CheckpointFields.outputs(inputs, object, manager));
  }
}
