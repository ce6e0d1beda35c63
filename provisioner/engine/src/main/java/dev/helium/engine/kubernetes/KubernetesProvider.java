package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.Leftover;
import dev.helium.engine.provider.PartlyDoneException;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The objects of one cluster, for the length of one run. */
final class KubernetesProvider implements ResourceProvider {
  private final ClusterObjects objects;
  private final ObjectWriter writer;
  private final Rehearsal rehearsal;
  private final Naming naming;
  private final ProviderSettings settings;
  private final Duration deleteTimeout;

  /** Namespaces this run made: nothing of anyone else can be in them. */
  private final Set<String> ownNamespaces = ConcurrentHashMap.newKeySet();

  KubernetesProvider(
      ClusterObjects objects, Naming naming, ProviderSettings settings, Duration deleteTimeout) {
    this.objects = objects;
    this.writer = new ObjectWriter(objects.server());
    this.rehearsal = new Rehearsal(objects, writer);
    this.naming = naming;
    this.settings = settings;
    this.deleteTimeout = deleteTimeout;
  }

  @Override
  public ObjectValue check(String urn, ObjectValue oldInputs, ObjectValue newInputs) {
    var named = SecretObjects.marked(naming.name(urn, oldInputs, newInputs));
    var identity = ObjectIdentity.of(named);
    var metadata = named.get("metadata");
    if (metadata instanceof UnknownValue
        || Fields.object(named, "metadata").get("namespace") instanceof UnknownValue
        || !identity.namespace().isEmpty()) {
      return named;
    }
    // A kind that is not served yet may come with this very program; then it is taken for
    // namespaced.
    var namespaced = objects.kind(identity).map(ObjectKind::namespaced).orElse(true);
    return namespaced ? Fields.withMetadata(named, "namespace", objects.defaultNamespace()) : named;
  }

  @Override
  public Difference diff(ResourceState recorded, ResourceState wanted, Call call) {
    var target =
        objects
            .kind(ObjectIdentity.of(wanted.inputs()))
            .map(kind -> target(kind, wanted, recorded.outputs()));
    var difference = ObjectComparison.ofLive(recorded, wanted, immutable(wanted), objects, target);
    return UnreadyJobs.add(difference, objects, target, wanted.inputs());
  }

  @Override
  public Live create(ResourceState wanted, Call call) {
    if (call.preview()) {
      return rehearsal.create(wanted, this::target, isForced(wanted.inputs()));
    }
    var kind = objects.requireKind(ObjectIdentity.of(wanted.inputs()), call);
    var target = target(kind, wanted, ObjectValue.empty());
    var force = isForced(wanted.inputs());
    var mayExist = force || target.patch() || settings.is(ProviderFlag.UPSERT_EXISTING_OBJECTS);
    if (!mayExist && !ownNamespaces.contains(target.identity().namespace())) {
      makeRoom(target, call);
    }
    var answer = writer.apply(target, CheckpointFields.toJson(wanted.inputs()), force, call);
    if (answer.code() == 201 && "Namespace".equals(kind.kind())) {
      ownNamespaces.add(target.identity().name());
    }
    return await(target, wanted.inputs(), answer.body(), call);
  }

  @Override
  public Live update(ResourceState recorded, ResourceState wanted, Call call) {
    if (call.preview()) {
      return rehearsal.update(recorded, wanted, this::target, isForced(wanted.inputs()));
    }
    var kind = objects.requireKind(ObjectIdentity.of(wanted.inputs()), call);
    var target = target(kind, wanted, recorded.outputs());
    var before = CheckpointFields.toJson(recorded.outputs());
    if (FieldOwnership.hasForerunners(target.manager(), before)) {
      writer.handOver(target);
    }
    var object = withoutIgnored(CheckpointFields.toJson(wanted.inputs()), wanted, target);
    var answer = writer.apply(target, object, isForced(wanted.inputs()), call);
    var former = recorded.outputs().text(CheckpointFields.FIELD_MANAGER);
    if (!former.isEmpty() && !former.equals(target.manager())) {
      writer.relinquish(new ObjectTarget(kind, target.identity(), former, target.patch()));
    }
    return await(target, wanted.inputs(), answer.body(), call);
  }

  @Override
  public void delete(ResourceState recorded, Call call) {
    var identity = ObjectIdentity.of(recorded);
    try {
      var kind = objects.kind(identity);
      if (kind.isEmpty()) {
        // Without its kind there can be no object: the definition went before it.
        objects.confirmGone(recorded.outputs());
      } else if (ObjectType.isPatch(recorded.type(), recorded.inputs())) {
        relinquish(recorded);
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
      if (!isForgiven(failure, ProviderFlag.DELETE_UNREACHABLE, call)) {
        throw failure;
      }
    }
  }

  @Override
  public Optional<Live> read(ResourceState recorded, Call call) {
    try {
      var manager = FieldManagers.of(recorded.urn(), recorded.inputs(), recorded.outputs());
      return objects
          .find(ObjectIdentity.of(recorded), recorded.outputs())
          .map(object -> withDrift(recorded, object, manager));
    } catch (EngineException failure) {
      if (isForgiven(failure, ProviderFlag.DELETE_UNREACHABLE, call)) {
        return Optional.empty();
      }
      if (isForgiven(failure, ProviderFlag.SKIP_UPDATE_UNREACHABLE, call)) {
        return Optional.of(new Live(recorded.id(), recorded.inputs(), recorded.outputs()));
      }
      throw failure;
    }
  }

  @Override
  public Optional<Live> find(ResourceState sketch, Call call) {
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

  @Override
  public Leftover findCreated(ResourceState wanted, Call call) {
    var manager = FieldManagers.of(wanted.urn(), wanted.inputs(), ObjectValue.empty());
    return objects
        .find(ObjectIdentity.of(wanted.inputs()), ObjectValue.empty())
        .filter(object -> FieldOwnership.owns(manager, object))
        .filter(object -> !object.path("metadata").has("deletionTimestamp"))
        .map(object -> live(wanted.inputs(), object, manager))
        .<Leftover>map(Leftover.Made::new)
        .orElseGet(Leftover.Nothing::new);
  }

  private Live await(ObjectTarget target, ObjectValue inputs, JsonNode applied, Call call) {
    try {
      var ready = AwaitPolicy.await(objects, target, inputs, applied, call);
      objects.forgetKindsOf(target.identity());
      return live(inputs, ready, target.manager());
    } catch (NotReadyException failure) {
      throw new PartlyDoneException(
          failure.failure().failureClass(),
          failure.getMessage(),
          live(inputs, failure.live(), target.manager()),
          failure.reasons());
    }
  }

  private Live withDrift(ResourceState recorded, JsonNode object, String manager) {
    var before = CheckpointFields.live(recorded.outputs());
    var now = CheckpointFields.fromJson(object);
    var inputs =
        SecretMarks.carry(
            recorded.inputs(), Drift.apply(SecretMarks.reveal(recorded.inputs()), before, now));
    return new Live(recorded.id(), inputs, CheckpointFields.outputs(inputs, object, manager));
  }

  /** Gives back the fields of a patch; an object that is gone has none. */
  private void relinquish(ResourceState recorded) {
    var identity = ObjectIdentity.of(recorded);
    var kind = objects.kind(identity).orElseThrow();
    if (objects.find(identity, recorded.outputs()).isPresent()) {
      var manager = FieldManagers.of(recorded.urn(), recorded.inputs(), recorded.outputs());
      writer.relinquish(new ObjectTarget(kind, objects.located(kind, identity), manager, true));
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

  private ObjectTarget target(ObjectKind kind, ResourceState wanted, ObjectValue outputs) {
    return new ObjectTarget(
        kind,
        objects.located(kind, ObjectIdentity.of(wanted.inputs())),
        FieldManagers.of(wanted.urn(), wanted.inputs(), outputs),
        ObjectType.isPatch(wanted.type(), wanted.inputs()));
  }

  private ImmutableFields immutable(ResourceState wanted) {
    return ObjectType.isPatch(wanted.type(), wanted.inputs())
        ? ImmutableFields.ofPatch()
        : ImmutableFields.of(
            wanted.inputs(),
            settings.is(ProviderFlag.ENABLE_CONFIG_MAP_MUTABLE),
            settings.is(ProviderFlag.ENABLE_SECRET_MUTABLE));
  }

  private boolean isForced(ObjectValue inputs) {
    return settings.is(ProviderFlag.ENABLE_PATCH_FORCE)
        || "true".equals(Fields.annotation(inputs, Fields.PATCH_FORCE));
  }

  private boolean isForgiven(EngineException failure, ProviderFlag flag, Call call) {
    var forgiven =
        settings.is(flag) && failure.failure().failureClass() == FailureClass.CLUSTER_UNREACHABLE;
    if (forgiven) {
      call.progress().accept(flag.setting() + " is set: " + failure.getMessage());
    }
    return forgiven;
  }

  private static Live live(ObjectValue inputs, JsonNode object, String manager) {
    var metadata = object.path("metadata");
    var namespace = metadata.path("namespace").asText();
    var name = metadata.path("name").asText();
    return new Live(
        namespace.isEmpty() ? name : namespace + "/" + name,
        inputs,
        CheckpointFields.outputs(inputs, object, manager));
  }
}
