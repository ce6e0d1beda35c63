package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Leftover;
import dev.helium.engine.provider.ResourceProvider.Live;
import dev.helium.engine.state.ResourceState;
import java.util.Optional;

/** Looks at objects: recorded ones, ones nobody recorded, and ones an interrupted run left. */
final class ObjectReader {
  private final ResourceTargets targets;
  private final ClusterObjects objects;

  ObjectReader(ResourceTargets targets) {
    this.targets = targets;
    this.objects = targets.objects();
  }

  Optional<Live> read(ResourceState recorded, Call call) {
    try {
      var manager = FieldManagers.of(recorded.urn(), recorded.inputs(), recorded.outputs());
      return objects
          .find(ObjectIdentity.of(recorded), recorded.outputs())
          .map(object -> withDrift(recorded, object, manager));
    } catch (EngineException failure) {
      if (targets.isForgiven(failure, ProviderFlag.DELETE_UNREACHABLE, call)) {
        return Optional.empty();
      }
      if (targets.isForgiven(failure, ProviderFlag.SKIP_UPDATE_UNREACHABLE, call)) {
        return Optional.of(new Live(recorded.id(), recorded.inputs(), recorded.outputs()));
      }
      throw failure;
    }
  }

  /** True when the object is gone or being deleted; another one of its name counts as gone. */
  boolean isLeaving(ResourceState recorded) {
    var uid = Fields.object(recorded.outputs(), "metadata").text("uid");
    return objects
        .find(ObjectIdentity.of(recorded), recorded.outputs())
        .map(object -> object.path("metadata"))
        .filter(metadata -> !metadata.has("deletionTimestamp"))
        .filter(metadata -> uid.isEmpty() || uid.equals(metadata.path("uid").asText()))
        .isEmpty();
  }

  Optional<Live> find(ResourceState sketch) {
    var identity = ObjectIdentity.ofSketch(sketch);
    return objects
        .find(identity, sketch.outputs())
        .map(
            object -> {
              var inputs = SecretMarks.carry(sketch.inputs(), ImportedInputs.of(object));
              var manager = FieldManagers.of(sketch.urn(), inputs, sketch.outputs());
              return new Live(
                  sketch.id(), inputs, CheckpointFields.outputs(inputs, object, manager));
            });
  }

  Leftover findCreated(ResourceState wanted) {
    var manager = FieldManagers.of(wanted.urn(), wanted.inputs(), ObjectValue.empty());
    return objects
        .find(ObjectIdentity.of(wanted.inputs()), ObjectValue.empty())
        .filter(object -> FieldOwnership.owns(manager, object))
        .filter(object -> !object.path("metadata").has("deletionTimestamp"))
        .map(object -> ResourceTargets.live(wanted.inputs(), object, manager))
        .<Leftover>map(Leftover.Made::new)
        .orElseGet(Leftover.Nothing::new);
  }

  private static Live withDrift(ResourceState recorded, JsonNode object, String manager) {
    var before = CheckpointFields.live(recorded.outputs());
    var now = CheckpointFields.fromJson(object);
    var inputs =
        SecretMarks.carry(
            recorded.inputs(), Drift.apply(SecretMarks.reveal(recorded.inputs()), before, now));
    return new Live(recorded.id(), inputs, CheckpointFields.outputs(inputs, object, manager));
  }
}
