package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.engine.kubernetes.ApiServer.Answer;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.property.Unknowns;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.PropertyChange;
import dev.helium.engine.state.ResourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What an update would change. Inputs are compared first; only where they differ is the API server
 * asked what applying them would do to the live object.
 */
final class ObjectComparison {
  private final ClusterObjects objects;
  private final ImmutableFields immutable;
  private final ObjectValue before;
  private final ObjectValue after;

  private ObjectComparison(
      ClusterObjects objects, ImmutableFields immutable, ObjectValue before, ObjectValue after) {
    this.objects = objects;
    this.immutable = immutable;
    this.before = before;
    this.after = after;
  }

  /** The difference as far as inputs tell. */
  static Difference ofInputs(
      ResourceState recorded, ResourceState wanted, ImmutableFields immutable) {
    var comparison = new ObjectComparison(null, immutable, inputs(recorded), inputs(wanted));
    return comparison.difference(
        InputDifference.between(comparison.before, comparison.after), immutable::forbid);
  }

  /**
   * The difference as it would show in the cluster.
   *
   * @param target the object, empty when its kind is not served
   */
  static Difference ofLive(
      ResourceState recorded,
      ResourceState wanted,
      ImmutableFields immutable,
      ClusterObjects objects,
      Optional<ObjectTarget> target) {
    var comparison = new ObjectComparison(objects, immutable, inputs(recorded), inputs(wanted));
    var changes = InputDifference.between(comparison.before, comparison.after);
    if (changes.isEmpty() || target.isEmpty() || !comparison.canRehearse(recorded)) {
      return comparison.difference(changes, immutable::forbid);
    }
    return comparison.rehearsed(changes, target.get());
  }

  private static ObjectValue inputs(ResourceState resource) {
    return SecretObjects.normalized(SecretMarks.reveal(resource.inputs()));
  }

  private boolean canRehearse(ResourceState recorded) {
    return !Unknowns.anyIn(after)
        && before.text("apiVersion").equals(after.text("apiVersion"))
        && ObjectIdentity.of(recorded).name().equals(ObjectIdentity.of(after).name())
        && ObjectIdentity.of(before).equals(ObjectIdentity.of(after));
  }

  private Difference rehearsed(List<ObjectChange> changes, ObjectTarget target) {
    var live = objects.server().get(target.path());
    if (!live.isSuccess() || FieldOwnership.hasForerunners(target.manager(), live.body())) {
      return difference(changes, immutable::forbid);
    }
    // Conflicts are the update's to tell; here only the outcome counts.
    var rehearsal =
        objects
            .server()
            .rehearse(target.path(), target.manager(), true, CheckpointFields.toJson(after));
    if (rehearsal.isSuccess()) {
      return difference(
          InputDifference.between(shaped(live.body()), shaped(rehearsal.body())),
          immutable::forbid);
    }
    return Refusals.isImmutable(rehearsal)
        ? refused(changes, rehearsal)
        : difference(changes, immutable::forbid);
  }

  /** A refusal names fields; where it names none that changed, every change is to blame. */
  private Difference refused(List<ObjectChange> changes, Answer refusal) {
    var named = Refusals.immutableFields(refusal);
    Predicate<ObjectChange> isNamed =
        change ->
            immutable.forbid(change)
                || named.stream()
                    .anyMatch(field -> field.covers(change.path()) || change.path().covers(field));
    var anyNamed = changes.stream().anyMatch(isNamed);
    return difference(changes, change -> !anyNamed || isNamed.test(change));
  }

  private ObjectValue shaped(JsonNode object) {
    return InputShape.prune(CheckpointFields.fromJson(object), before, after);
  }

  private Difference difference(List<ObjectChange> changes, Predicate<ObjectChange> replaces) {
    var details = new TreeMap<String, PropertyChange>();
    var replaced = new ArrayList<String>();
    for (var change : changes) {
      var path = change.path().toString();
      var needsNew = replaces.test(change);
      var isInput = change.kind() == PropertyChange.Kind.DELETE;
      details.put(path, new PropertyChange(change.kind(), needsNew, isInput));
      if (needsNew) {
        replaced.add(path);
      }
    }
    return new Difference(
        !changes.isEmpty(),
        List.copyOf(details.keySet()),
        replaced,
        !replaced.isEmpty() && keepsName(),
        details);
  }

  /** A new object of the same given name can only come when the old one has gone. */
  private boolean keepsName() {
    var old = ObjectIdentity.of(before);
    var wanted = ObjectIdentity.of(after);
    return !wanted.name().isEmpty()
        && !"true".equals(Fields.annotation(after, Fields.AUTONAMED))
        && old.name().equals(wanted.name())
        && old.namespace().equals(wanted.namespace());
  }
}
