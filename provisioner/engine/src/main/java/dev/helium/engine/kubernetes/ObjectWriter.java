package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.kubernetes.ApiServer.Answer;
import dev.helium.engine.provider.Call;

/** Applies objects, or parts of them. */
final class ObjectWriter {
  private static final int HANDOVERS = 3;

  private final ApiServer server;

  ObjectWriter(ApiServer server) {
    this.server = server;
  }

  /** Applies; waits a moment for what can be behind. */
  Answer apply(ObjectTarget target, ObjectNode object, boolean force, Call call) {
    var retry = new Backoff(ClusterObjects.PATIENCE);
    var handovers = 0;
    while (true) {
      var answer = server.apply(target.path(), target.manager(), force, object, call);
      if (answer.isSuccess()) {
        return answer;
      }
      if (FieldConflicts.isIn(answer.body()) && handovers++ < HANDOVERS && handOver(target, call)) {
        continue;
      }
      // The namespace or the count of a quota can be a moment behind.
      var behind = answer.isGone() || ApiErrors.isQuotaNotCountedYet(answer);
      if (!behind || !retry.pause(call.cancellation())) {
        throw ApiErrors.of(target, answer);
      }
    }
  }

  /** What applying would lead to. */
  Answer rehearse(ObjectTarget target, ObjectNode object, boolean force) {
    return server.rehearse(target.path(), target.manager(), force, object);
  }

  /**
   * Takes over the fields of those who wrote the object for this stack's user without server-side
   * apply; false when there are none.
   */
  boolean handOver(ObjectTarget target, Call call) {
    if (target.patch()) {
      return false;
    }
    var answer = server.get(target.path());
    if (!answer.isSuccess() || !FieldOwnership.hasForerunners(target.manager(), answer.body())) {
      return false;
    }
    var operations = JsonNodeFactory.instance.arrayNode();
    operations
        .addObject()
        .put("op", "replace")
        .put("path", "/metadata/managedFields")
        .set("value", FieldOwnership.handedOver(target.manager(), answer.body()));
    // Refused when someone wrote the object in between; the caller tries again.
    operations
        .addObject()
        .put("op", "replace")
        .put("path", "/metadata/resourceVersion")
        .put("value", answer.body().path("metadata").path("resourceVersion").asText());
    var handed = server.patch(target.path(), operations, call);
    if (!handed.isSuccess() && handed.code() != 409) {
      throw ApiErrors.of(target, handed);
    }
    return true;
  }

  /** Gives up every field of a manager; the object stays, without what only this manager wanted. */
  void relinquish(ObjectTarget target, Call call) {
    var answer = server.apply(target.path(), target.manager(), false, identityOf(target), call);
    if (answer.isSuccess()) {
      return;
    }
    if (Refusals.isRequiredFieldMissing(answer)) {
      throw new EngineException(
          FailureClass.INVALID,
          target
              + ": the patch owns a field the object cannot be without; set retainOnDelete, or give"
              + " the field to another manager first: "
              + Refusals.message(answer));
    }
    throw ApiErrors.of(target, answer);
  }

  private static JsonNode identityOf(ObjectTarget target) {
    var object = JsonNodeFactory.instance.objectNode();
    object.put("apiVersion", target.kind().apiVersion()).put("kind", target.kind().kind());
    var metadata = object.putObject("metadata").put("name", target.identity().name());
    if (!target.identity().namespace().isEmpty()) {
      metadata.put("namespace", target.identity().namespace());
    }
    return object;
  }
}
