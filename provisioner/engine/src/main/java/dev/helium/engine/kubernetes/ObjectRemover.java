package dev.helium.engine.kubernetes;

import dev.helium.engine.EngineException;
import dev.helium.engine.provider.Call;
import dev.helium.engine.state.ResourceState;
import java.time.Duration;

/** Deletes objects, and gives back the fields of patches. */
final class ObjectRemover {
  private final ResourceTargets targets;
  private final ClusterObjects objects;
  private final ObjectWriter writer;
  private final Duration deleteTimeout;

  ObjectRemover(ResourceTargets targets, ObjectWriter writer, Duration deleteTimeout) {
    this.targets = targets;
    this.objects = targets.objects();
    this.writer = writer;
    this.deleteTimeout = deleteTimeout;
  }

  void delete(ResourceState recorded, Call call) {
    var identity = ObjectIdentity.of(recorded);
    try {
      var kind = objects.kind(identity);
      if (kind.isEmpty()) {
        // Without its kind there can be no object: the definition went before it.
        objects.confirmGone(recorded.outputs());
      } else if (ObjectType.isPatch(recorded.type(), recorded.inputs())) {
        relinquish(recorded, call);
      } else {
        new Deletion(objects, kind.get(), objects.located(kind.get(), identity), recorded.outputs())
            .run(
                call,
                PropagationPolicy.of(recorded.inputs()),
                AwaitPolicy.timeout(recorded.inputs(), call, deleteTimeout),
                !AwaitPolicy.isSkippedOnDelete(recorded.inputs()));
        objects.forgetKindsOf(identity);
      }
    } catch (EngineException failure) {
      if (!targets.isForgiven(failure, ProviderFlag.DELETE_UNREACHABLE, call)) {
        throw failure;
      }
    }
  }

  /** Gives back the fields of a patch; an object that is gone has none. */
  private void relinquish(ResourceState recorded, Call call) {
    var identity = ObjectIdentity.of(recorded);
    var kind = objects.kind(identity).orElseThrow();
    if (objects.find(identity, recorded.outputs()).isPresent()) {
      var manager = FieldManagers.of(recorded.urn(), recorded.inputs(), recorded.outputs());
      writer.relinquish(
          new ObjectTarget(kind, objects.located(kind, identity), manager, true), call);
    }
  }
}
