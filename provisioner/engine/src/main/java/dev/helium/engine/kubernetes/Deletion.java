package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.kubernetes.ApiServer.Answer;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Deletes one object and waits until the API server says that it is gone. */
final class Deletion {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration SETTLE = Duration.ofMillis(200);

  private final ClusterObjects objects;
  private final ApiServer server;
  private final ObjectKind kind;
  private final ObjectIdentity object;
  private final ObjectValue recorded;
  private final String uid;

  /**
   * A deletion.
   *
   * @param recorded the object that was recorded; another one of the same name is left alone. Empty
   *     when unknown.
   */
  Deletion(ClusterObjects objects, ObjectKind kind, ObjectIdentity object, ObjectValue recorded) {
    this.objects = objects;
    this.server = objects.server();
    this.kind = kind;
    this.object = object;
    this.recorded = recorded;
    this.uid = Fields.object(recorded, "metadata").text("uid");
  }

  /**
   * Deletes and waits.
   *
   * @param policy what becomes of the objects that belong to it
   * @param await false to return as soon as the API server has accepted the deletion
   */
  void run(Call call, String policy, Duration timeout, boolean await) {
    var path = kind.path(object.namespace(), object.name());
    var answer = server.delete(path, own(options(policy)), call);
    if (answer.code() == 404 && objects.isGone(object, answer)) {
      objects.confirmGone(recorded);
      return;
    }
    if (isSomeoneElses(path, answer)) {
      return;
    }
    if (!answer.isSuccess()) {
      throw ApiErrors.of(object, answer);
    }
    // The answer is a status, or the object as it was, when nothing held it: then it is gone
    // already.
    if (!answer.body().path("metadata").has("deletionTimestamp")) {
      return;
    }
    if (NamespaceContents.isNamespace(object)) {
      sendPodsAhead(call);
    }
    if (await) {
      awaitGone(path, answer.body(), call, timeout);
    }
  }

  /**
   * Has the pods of a namespace end while its controller has not looked yet: for pods that it finds
   * it waits half of their grace before it looks again. They would go anyway, and no others come to
   * a namespace that is being deleted. Where this is refused it all takes longer, and no more.
   */
  private void sendPodsAhead(Call call) {
    server.delete(NamespaceContents.pods(object), options(PropagationPolicy.BACKGROUND), call);
  }

  /** Waits for the end of a deletion that someone began before. */
  void await(JsonNode terminating, Call call, Duration timeout) {
    awaitGone(kind.path(object.namespace(), object.name()), terminating, call, timeout);
  }

  private static ObjectNode options(String policy) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", "DeleteOptions")
        .put("apiVersion", "v1")
        .put("propagationPolicy", policy);
  }

  private ObjectNode own(ObjectNode options) {
    if (!uid.isEmpty()) {
      options.putObject("preconditions").put("uid", uid);
    }
    return options;
  }

  private boolean isSomeoneElses(String path, Answer answer) {
    return answer.code() == 409 && !uid.isEmpty() && isGone(server.get(path));
  }

  private boolean isGone(Answer answer) {
    if (answer.code() == 404 && objects.isGone(object, answer)) {
      return true;
    }
    if (!answer.isSuccess()) {
      throw ApiErrors.of(object, answer);
    }
    return !uid.isEmpty() && !uid.equals(answer.body().path("metadata").path("uid").asText());
  }

  private void awaitGone(String path, JsonNode first, Call call, Duration timeout) {
    var deadline = System.nanoTime() + timeout.toNanos();
    var last = first;
    call.progress().accept("waiting until " + object + " is gone");
    while (true) {
      call.cancellation().check();
      var left = Duration.ofNanos(deadline - System.nanoTime());
      if (left.isNegative() || left.isZero()) {
        throw new EngineException(FailureClass.DELETE_BLOCKED, blocked(last, timeout));
      }
      // Asked first: the answer to a deletion may carry the version at which the object went, and a
      // watch from there never sees it go.
      var now = server.get(path);
      if (isGone(now)) {
        return;
      }
      last = now.body();
      if (!sawItGo(last, left, call)) {
        // A watch can end at once, for example when its version is too old.
        call.cancellation().pause(SETTLE);
      }
    }
  }

  private boolean sawItGo(JsonNode last, Duration left, Call call) {
    var seconds = Math.max(1, Math.min(left.toSeconds(), 60));
    var query =
        "?watch=1&fieldSelector="
            + ObjectKind.encode("metadata.name=" + object.name())
            + "&resourceVersion="
            + ObjectKind.encode(last.path("metadata").path("resourceVersion").asText())
            + "&timeoutSeconds="
            + seconds;
    var gone = new AtomicBoolean();
    server.watch(
        kind.collection(object.namespace()) + query,
        Duration.ofSeconds(seconds + 5),
        call.cancellation(),
        line -> {
          var type = type(line);
          gone.set("DELETED".equals(type));
          return !gone.get() && !"ERROR".equals(type);
        });
    return gone.get();
  }

  private static String type(String line) {
    try {
      return MAPPER.readTree(line).path("type").asText();
    } catch (JsonProcessingException broken) {
      // The next read of the object decides.
      return "ERROR";
    }
  }

  private String blocked(JsonNode last, Duration timeout) {
    var holders = new ArrayList<String>();
    last.path("metadata").path("finalizers").forEach(finalizer -> holders.add(finalizer.asText()));
    last.path("spec").path("finalizers").forEach(finalizer -> holders.add(finalizer.asText()));
    for (var condition : last.path("status").path("conditions")) {
      if ("True".equals(condition.path("status").asText())
          && condition.path("type").asText().startsWith("Namespace")) {
        holders.add(condition.path("message").asText());
      }
    }
    return object
        + " is still there after "
        + timeout.toSeconds()
        + " s"
        + (holders.isEmpty() ? "" : ", held by " + String.join(", ", holders));
  }
}
