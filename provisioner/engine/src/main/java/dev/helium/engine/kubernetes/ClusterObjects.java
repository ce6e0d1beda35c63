package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.kubernetes.ApiServer.Answer;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.Call;
import java.time.Duration;
import java.util.Optional;

/** Finds kinds and objects in one cluster. */
final class ClusterObjects {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KubernetesClients.Lease lease;
  private final String defaultNamespace;

  ClusterObjects(KubernetesClients.Lease lease, String defaultNamespace) {
    this.lease = lease;
    this.defaultNamespace = defaultNamespace;
  }

  ApiServer server() {
    return lease.server();
  }

  KindCatalog kinds() {
    return lease.kinds();
  }

  String defaultNamespace() {
    return defaultNamespace;
  }

  Optional<ObjectKind> kind(ObjectIdentity identity) {
    return kinds().find(identity.apiVersion(), identity.kind());
  }

  /** The kind; waits a moment for a definition that is on its way. */
  ObjectKind requireKind(ObjectIdentity identity, Call call) {
    var retry = new Backoff(PATIENCE);
    while (true) {
      var kind = kind(identity);
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

  ObjectIdentity located(ObjectKind kind, ObjectIdentity identity) {
    if (!kind.namespaced()) {
      return identity.in("");
    }
    return identity.namespace().isEmpty() ? identity.in(defaultNamespace) : identity;
  }

  /**
   * The live object, empty when it is provably gone.
   *
   * @param recorded the object as it was recorded, empty when it never was
   */
  Optional<JsonNode> find(ObjectIdentity identity, ObjectValue recorded) {
    var kind = kind(identity);
    if (kind.isPresent()) {
      var located = located(kind.get(), identity);
      var answer = server().get(kind.get().path(located.namespace(), located.name()));
      if (answer.isSuccess()) {
        return Optional.of(answer.body());
      }
      if (!isGone(identity, answer)) {
        throw ApiErrors.of(located, answer);
      }
    }
    confirmGone(recorded);
    return Optional.empty();
  }

  /** True when the API server says that there is no such object, or no such kind any more. */
  boolean isGone(ObjectIdentity identity, Answer answer) {
    if (answer.code() != 404 || answer.isGone()) {
      return answer.isGone();
    }
    // The path itself is not served: the definition of the kind may have gone meanwhile.
    kinds().forget(identity.apiVersion());
    return kind(identity).isEmpty();
  }

  /** After a definition has changed, its kinds are asked for again. */
  void forgetKindsOf(ObjectIdentity definition) {
    if ("CustomResourceDefinition".equals(definition.kind())) {
      kinds().forget(definition.name().substring(definition.name().indexOf('.') + 1) + "/");
    }
  }

  /** The second witness: fails unless the cluster that says so is the one that had the object. */
  void confirmGone(ObjectValue recorded) {
    lease.identity().confirm(recorded);
  }
}
