package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.kubernetes.ApiServer.Answer;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.Leftover;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The objects of one cluster, for the length of one run. */
final class KubernetesProvider implements ResourceProvider {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KubernetesClients.Lease lease;
  private final Naming naming;
  private final Duration deleteTimeout;

  /** Namespaces this run made: nothing of anyone else can be in them. */
  private final Set<String> ownNamespaces = ConcurrentHashMap.newKeySet();

  KubernetesProvider(KubernetesClients.Lease lease, Naming naming, Duration deleteTimeout) {
    this.lease = lease;
    this.naming = naming;
    this.deleteTimeout = deleteTimeout;
  }

  @Override
  public ObjectValue check(String urn, ObjectValue oldInputs, ObjectValue newInputs) {
    var named = naming.name(urn, oldInputs, newInputs);
    var identity = ObjectIdentity.of(named);
    if (!identity.namespace().isEmpty()) {
      return named;
    }
    // A kind that is not served yet may come with this very program; then it is taken for
    // namespaced.
    var namespaced =
        lease
            .kinds()
            .find(identity.apiVersion(), identity.kind())
            .map(ObjectKind::namespaced)
            .orElse(true);
    return namespaced ? Fields.withMetadata(named, "namespace", naming.defaultNamespace()) : named;
  }

  @Override
  public Difference diff(ResourceState recorded, ResourceState wanted, Call call) {
    var before = SecretMarks.reveal(recorded.inputs());
    var after = SecretMarks.reveal(wanted.inputs());
    var changes = InputDifference.between(before, after);
    var replaces =
        changes.stream()
            .filter(
                path ->
                    ImmutableFields.forcesReplacement(
                        after.text("apiVersion"), after.text("kind"), path))
            .toList();
    var sameName = ObjectIdentity.of(before).id().equals(ObjectIdentity.of(after).id());
    return Difference.of(changes, replaces, !replaces.isEmpty() && sameName);
  }

  @Override
  public Live create(ResourceState wanted, Call call) {
    var kind = requireKind(wanted, call);
    var identity = located(kind, ObjectIdentity.of(wanted.inputs()));
    var manager = FieldManagers.of(wanted.urn(), wanted.inputs(), ObjectValue.empty());
    var force = isForced(wanted.inputs());
    if (!force && !ownNamespaces.contains(identity.namespace())) {
      makeRoom(kind, identity, manager, call);
    }
    var answer = apply(kind, identity, manager, force, wanted.inputs(), call);
    if (answer.code() == 201 && "Namespace".equals(kind.kind())) {
      ownNamespaces.add(identity.name());
    }
    return live(identity, wanted.inputs(), answer.body(), manager);
  }

  @Override
  public Live update(ResourceState recorded, ResourceState wanted, Call call) {
    var kind = requireKind(wanted, call);
    var identity = located(kind, ObjectIdentity.of(wanted.inputs()));
    var manager = FieldManagers.of(wanted.urn(), wanted.inputs(), recorded.outputs());
    var force = isForced(wanted.inputs());
    var answer = apply(kind, identity, manager, force, wanted.inputs(), call);
    return live(identity, wanted.inputs(), answer.body(), manager);
  }

  @Override
  public void delete(ResourceState recorded, Call call) {
    var identity = ObjectIdentity.of(recorded);
    var kind = lease.kinds().find(identity.apiVersion(), identity.kind());
    // Without its kind there can be no object: the definition went before it.
    if (kind.isPresent()) {
      var uid = Fields.object(recorded.outputs(), "metadata").text("uid");
      new Deletion(lease.server(), kind.get(), located(kind.get(), identity), uid)
          .run(call, deleteTimeout, !SkippedAwaits.onDelete(recorded.inputs()));
    }
  }

  @Override
  public Optional<Live> read(ResourceState recorded, Call call) {
    var manager = FieldManagers.of(recorded.urn(), recorded.inputs(), recorded.outputs());
    return find(ObjectIdentity.of(recorded)).map(object -> withDrift(recorded, object, manager));
  }

  @Override
  public Optional<Live> find(ResourceState sketch, Call call) {
    var identity = ObjectIdentity.ofSketch(sketch);
    return find(identity)
        .map(
            object -> {
              var inputs =
                  SecretMarks.carry(sketch.inputs(), ImportedInputs.of(identity.kind(), object));
              var manager = FieldManagers.of(sketch.urn(), inputs, sketch.outputs());
              return new Live(
                  sketch.id(), inputs, CheckpointFields.outputs(inputs, object, manager));
            });
  }

  @Override
  public Leftover findCreated(ResourceState wanted, Call call) {
    var identity = ObjectIdentity.of(wanted.inputs());
    var manager = FieldManagers.of(wanted.urn(), wanted.inputs(), ObjectValue.empty());
    return find(identity)
        .filter(object -> FieldManagers.owns(manager, object))
        .filter(object -> !object.path("metadata").has("deletionTimestamp"))
        .map(object -> live(identityOf(identity, object), wanted.inputs(), object, manager))
        .<Leftover>map(Leftover.Made::new)
        .orElseGet(Leftover.Nothing::new);
  }

  private Live withDrift(ResourceState recorded, JsonNode object, String manager) {
    var before = CheckpointFields.live(recorded.outputs());
    var now = CheckpointFields.fromJson(object);
    var inputs =
        SecretMarks.carry(
            recorded.inputs(), Drift.apply(SecretMarks.reveal(recorded.inputs()), before, now));
    return live(ObjectIdentity.of(recorded), inputs, object, manager);
  }

  private Optional<JsonNode> find(ObjectIdentity identity) {
    var kind = lease.kinds().find(identity.apiVersion(), identity.kind());
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    var located = located(kind.get(), identity);
    var answer = lease.server().get(kind.get().path(located.namespace(), located.name()));
    if (answer.isGone()) {
      return Optional.empty();
    }
    if (!answer.isSuccess()) {
      throw ApiErrors.of(located, answer);
    }
    return Optional.of(answer.body());
  }

  /**
   * Waits until an object of the same name that is being deleted is gone; refuses one of someone
   * else.
   */
  private void makeRoom(ObjectKind kind, ObjectIdentity identity, String manager, Call call) {
    var answer = lease.server().get(kind.path(identity.namespace(), identity.name()));
    if (answer.code() == 404) {
      return;
    }
    if (!answer.isSuccess()) {
      throw ApiErrors.of(identity, answer);
    }
    var metadata = answer.body().path("metadata");
    if (metadata.has("deletionTimestamp")) {
      new Deletion(lease.server(), kind, identity, metadata.path("uid").asText())
          .await(answer.body(), call, deleteTimeout);
      return;
    }
    if (!FieldManagers.owns(manager, answer.body())) {
      throw new EngineException(
          FailureClass.ALREADY_EXISTS,
          identity
              + " exists and was not made by this stack; the annotation "
              + Fields.PATCH_FORCE
              + " takes it over");
    }
  }

  private Answer apply(
      ObjectKind kind,
      ObjectIdentity identity,
      String manager,
      boolean force,
      ObjectValue inputs,
      Call call) {
    var object = CheckpointFields.toJson(inputs);
    var path = kind.path(identity.namespace(), identity.name());
    var retry = new Backoff(PATIENCE);
    while (true) {
      var answer = lease.server().apply(path, manager, force, object);
      if (answer.isSuccess()) {
        return answer;
      }
      // The namespace or the count of a quota can be a moment behind.
      var behind = answer.isGone() || ApiErrors.isQuotaNotCountedYet(answer);
      if (!behind || !retry.pause(call.cancellation())) {
        throw ApiErrors.of(identity, answer);
      }
    }
  }

  private ObjectKind requireKind(ResourceState wanted, Call call) {
    var identity = ObjectIdentity.of(wanted.inputs());
    var retry = new Backoff(PATIENCE);
    while (true) {
      var kind = lease.kinds().find(identity.apiVersion(), identity.kind());
      if (kind.isPresent()) {
        return kind.get();
      }
      if (!retry.pause(call.cancellation())) {
        throw new EngineException(
            FailureClass.NOT_FOUND,
            "the cluster serves no "
                + identity.kind()
                + " in "
                + identity.apiVersion()
                + "; is its definition installed?");
      }
    }
  }

  private ObjectIdentity located(ObjectKind kind, ObjectIdentity identity) {
    if (!kind.namespaced()) {
      return identity.in("");
    }
    return identity.namespace().isEmpty() ? identity.in(naming.defaultNamespace()) : identity;
  }

  private static boolean isForced(ObjectValue inputs) {
    return "true".equals(Fields.annotation(inputs, Fields.PATCH_FORCE));
  }

  private static ObjectIdentity identityOf(ObjectIdentity asked, JsonNode object) {
    return asked.in(object.path("metadata").path("namespace").asText(""));
  }

  private static Live live(
      ObjectIdentity identity, ObjectValue inputs, JsonNode object, String manager) {
    return new Live(identity.id(), inputs, CheckpointFields.outputs(inputs, object, manager));
  }
}
