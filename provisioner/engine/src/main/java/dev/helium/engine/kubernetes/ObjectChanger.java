package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.PartlyDoneException;
import dev.helium.engine.provider.ResourceProvider.Live;
import dev.helium.engine.state.ResourceState;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Creates and updates objects, and waits until they are ready. */
final class ObjectChanger {
  private final ResourceTargets targets;
  private final ClusterObjects objects;
  private final ObjectWriter writer;
  private final Rehearsal rehearsal;
  private final Duration deleteTimeout;

  /** Namespaces this run made: nothing of anyone else can be in them. */
  private final Set<String> ownNamespaces = ConcurrentHashMap.newKeySet();

  ObjectChanger(ResourceTargets targets, ObjectWriter writer, Duration deleteTimeout) {
    this.targets = targets;
    this.objects = targets.objects();
    this.writer = writer;
    this.rehearsal = new Rehearsal(objects, writer);
    this.deleteTimeout = deleteTimeout;
  }

  Live create(ResourceState wanted, Call call) {
    if (call.preview()) {
      return rehearsal.create(wanted, targets::of, targets.isForced(wanted.inputs()));
    }
    var kind = objects.requireKind(ObjectIdentity.of(wanted.inputs()), call);
    var target = targets.of(kind, wanted, ObjectValue.empty());
    var force = targets.isForced(wanted.inputs());
    var mayExist = force || target.patch() || targets.is(ProviderFlag.UPSERT_EXISTING_OBJECTS);
    if (!mayExist && !ownNamespaces.contains(target.identity().namespace())) {
      makeRoom(target, call);
    }
    var answer = writer.apply(target, CheckpointFields.toJson(wanted.inputs()), force, call);
    if (answer.code() == 201 && "Namespace".equals(kind.kind())) {
      ownNamespaces.add(target.identity().name());
    }
    return await(target, wanted.inputs(), answer.body(), call);
  }

  Live update(ResourceState recorded, ResourceState wanted, Call call) {
    if (call.preview()) {
      return rehearsal.update(recorded, wanted, targets::of, targets.isForced(wanted.inputs()));
    }
    var kind = objects.requireKind(ObjectIdentity.of(wanted.inputs()), call);
    var target = targets.of(kind, wanted, recorded.outputs());
    var before = CheckpointFields.toJson(recorded.outputs());
    if (FieldOwnership.hasForerunners(target.manager(), before)) {
      writer.handOver(target, call);
    }
    var object = withoutIgnored(CheckpointFields.toJson(wanted.inputs()), wanted, target);
    var answer = writer.apply(target, object, targets.isForced(wanted.inputs()), call);
    var former = recorded.outputs().text(CheckpointFields.FIELD_MANAGER);
    if (!former.isEmpty() && !former.equals(target.manager())) {
      writer.relinquish(new ObjectTarget(kind, target.identity(), former, target.patch()), call);
    }
    return await(target, wanted.inputs(), answer.body(), call);
  }

  private Live await(ObjectTarget target, ObjectValue inputs, JsonNode applied, Call call) {
    try {
      var ready = AwaitPolicy.await(objects, target, inputs, applied, call);
      objects.forgetKindsOf(target.identity());
      return ResourceTargets.live(inputs, ready, target.manager());
    } catch (NotReadyException failure) {
      throw new PartlyDoneException(
          failure.failure().failureClass(),
          failure.getMessage(),
          ResourceTargets.live(inputs, failure.live(), target.manager()),
          failure.reasons());
    }
  }

  /**
   * Waits until an object of the same name that is being deleted is gone; refuses one of someone
   * else.
   */
  private void makeRoom(ObjectTarget target, Call call) {
    var answer = objects.server().get(target.path());
    if (answer.code() == 404) {
      return;
    }
    if (!answer.isSuccess()) {
      throw ApiErrors.of(target, answer);
    }
    if (answer.body().path("metadata").has("deletionTimestamp")) {
      new Deletion(
              objects, target.kind(), target.identity(), CheckpointFields.fromJson(answer.body()))
          .await(answer.body(), call, deleteTimeout);
      return;
    }
    if (!FieldOwnership.owns(target.manager(), answer.body())) {
      throw new EngineException(
          FailureClass.ALREADY_EXISTS,
          target
              + " exists and was not made by this stack; the annotation "
              + Fields.PATCH_FORCE
              + " takes it over");
    }
  }

  private ObjectNode withoutIgnored(ObjectNode object, ResourceState wanted, ObjectTarget target) {
    var ignored = wanted.options().ignoreChanges();
    if (!ignored.isEmpty()) {
      var answer = objects.server().get(target.path());
      if (answer.isSuccess()) {
        IgnoredFields.keep(object, ignored, answer.body(), target.manager());
      }
    }
    return object;
  }
}
