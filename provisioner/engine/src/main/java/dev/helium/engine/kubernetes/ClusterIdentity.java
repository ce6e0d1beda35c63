package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.engine.kubernetes.ApiServer.Answer;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The second witness when an object is said to be gone: that the API server that says so is the one
 * that had it.
 */
final class ClusterIdentity {
  private static final String EVERY_CLUSTERS = "/api/v1/namespaces/kube-system";

  private final ApiServer server;
  private final AtomicReference<String> known = new AtomicReference<>("");

  ClusterIdentity(ApiServer server) {
    this.server = server;
  }

  /** Remembers which cluster answers, on first contact. */
  void learn() {
    if (known.get().isEmpty()) {
      var answer = server.get(EVERY_CLUSTERS);
      if (answer.isSuccess()) {
        known.compareAndSet("", uid(answer.body()));
      }
    }
  }

  /**
   * Fails unless the cluster that answers is the one the object was recorded from.
   *
   * @param recorded the object as it was recorded, empty when it never was
   */
  void confirm(ObjectValue recorded) {
    var answer = server.get(EVERY_CLUSTERS);
    if (answer.isSuccess()) {
      confirmSame(answer.body(), recorded);
    } else if (!isRefusedByApiServer(answer) || !isVersionPage(server.get("/version"))) {
      throw server.unreachable("it says that an object is gone and does not say who it is");
    }
  }

  private void confirmSame(JsonNode namespace, ObjectValue recorded) {
    var uid = uid(namespace);
    known.compareAndSet("", uid);
    if (uid.isEmpty() || !uid.equals(known.get())) {
      throw server.unreachable("another cluster answers than before");
    }
    if (isOlder(
        Fields.object(recorded, "metadata").text("creationTimestamp"), created(namespace))) {
      throw server.unreachable(
          "the cluster that answers is younger than the object it should have");
    }
  }

  private static boolean isOlder(String object, String cluster) {
    try {
      return !object.isEmpty() && Instant.parse(object).isBefore(Instant.parse(cluster));
    } catch (DateTimeParseException unknown) {
      // Times that cannot be read prove nothing; the identity has been compared.
      return false;
    }
  }

  /** True for an API server that knows who asks and does not show this user the namespace. */
  private static boolean isRefusedByApiServer(Answer answer) {
    return answer.code() == 403 && "Status".equals(answer.body().path("kind").asText());
  }

  private static boolean isVersionPage(Answer answer) {
    return answer.isSuccess() && answer.body().has("gitVersion");
  }

  private static String uid(JsonNode namespace) {
    return namespace.path("metadata").path("uid").asText();
  }

  private static String created(JsonNode namespace) {
    return namespace.path("metadata").path("creationTimestamp").asText();
  }
}
