package dev.helium.engine.kubernetes;

import dev.helium.engine.kubernetes.ApiServer.Answer;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import dev.helium.engine.property.Unknowns;
import dev.helium.engine.provider.ResourceProvider.Live;
import dev.helium.engine.state.ResourceState;
import java.util.List;

/** What creating or changing an object would lead to, as far as the API server can tell. */
final class Rehearsal {
  /** What the API server makes up anew whenever an object is made. */
  private static final List<String> MADE_UP =
      List.of("uid", "resourceVersion", "creationTimestamp");

  private final ClusterObjects objects;
  private final ObjectWriter writer;

  Rehearsal(ClusterObjects objects, ObjectWriter writer) {
    this.objects = objects;
    this.writer = writer;
  }

  /** Names the object to work on. */
  interface Targets {
    ObjectTarget of(ObjectKind kind, ResourceState wanted, ObjectValue outputs);
  }

  /** A creation; what cannot be rehearsed is answered with its inputs. */
  Live create(ResourceState wanted, Targets targets, boolean force) {
    var inputs = wanted.inputs();
    var kind = objects.kind(ObjectIdentity.of(inputs));
    if (Unknowns.anyIn(inputs) || kind.isEmpty()) {
      return planned(wanted);
    }
    var target = targets.of(kind.get(), wanted, ObjectValue.empty());
    if (target.patch() || objects.server().get(target.path()).isSuccess()) {
      // What is there now may go before, or is refused when the time comes.
      return planned(wanted);
    }
    var answer = writer.rehearse(target, CheckpointFields.toJson(inputs), force);
    if (answer.isSuccess()) {
      var outputs = CheckpointFields.outputs(inputs, answer.body(), target.manager());
      return new Live("", inputs, newObject(outputs));
    }
    // A namespace that comes with the same program is not there yet.
    return answer.isGone() || isNotForEveryone(answer) ? planned(wanted) : refused(target, answer);
  }

  /** An update; what cannot be rehearsed is answered with its inputs. */
  Live update(ResourceState recorded, ResourceState wanted, Targets targets, boolean force) {
    var inputs = wanted.inputs();
    var kind = objects.kind(ObjectIdentity.of(inputs));
    if (Unknowns.anyIn(inputs) || kind.isEmpty()) {
      return new Live(recorded.id(), inputs, inputs);
    }
    var target = targets.of(kind.get(), wanted, recorded.outputs());
    var isHandedOver =
        FieldOwnership.hasForerunners(
            target.manager(), CheckpointFields.toJson(recorded.outputs()));
    var answer = writer.rehearse(target, CheckpointFields.toJson(inputs), force || isHandedOver);
    if (answer.isSuccess()) {
      return new Live(
          recorded.id(), inputs, CheckpointFields.outputs(inputs, answer.body(), target.manager()));
    }
    return isNotForEveryone(answer)
        ? new Live(recorded.id(), inputs, inputs)
        : refused(target, answer);
  }

  /** True when only the rehearsal is refused: not allowed, or not supported by a webhook. */
  private static boolean isNotForEveryone(Answer answer) {
    return answer.code() == 403
        || (answer.code() == 400 && Refusals.message(answer).contains("dry run"));
  }

  /** The outputs of a rehearsed creation, without what the real one would have otherwise. */
  private static ObjectValue newObject(ObjectValue outputs) {
    var metadata = Fields.object(outputs, "metadata");
    for (var name : MADE_UP) {
      metadata = metadata.with(name, new UnknownValue());
    }
    return outputs.without("status").with("metadata", metadata);
  }

  private static Live planned(ResourceState wanted) {
    return new Live("", wanted.inputs(), wanted.inputs());
  }

  private static Live refused(ObjectTarget target, Answer answer) {
    throw ApiErrors.of(target, answer);
  }
}
