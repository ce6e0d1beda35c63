package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.provider.Cancellation;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Some objects as they are now, kept up to date by a list and a watch on a thread of its own. */
final class ObjectFeed implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ApiServer server;
  private final ObjectKind kind;
  private final String path;
  private final Runnable changed;
  private final Map<String, JsonNode> objects = new ConcurrentHashMap<>();
  private final AtomicReference<EngineException> failure = new AtomicReference<>();
  private final Cancellation stop = new Cancellation();
  private volatile boolean listed;
  private final Thread thread;

  /**
   * A feed.
   *
   * @param query what selects the objects of the collection
   * @param changed called after every change, and when the feed fails
   */
  ObjectFeed(ApiServer server, ObjectKind kind, String namespace, String query, Runnable changed) {
    this.server = server;
    this.kind = kind;
    this.path = kind.collection(namespace) + "?" + query;
    this.changed = changed;
    this.thread = Thread.ofVirtual().name("feed-" + kind.kind()).start(this::run);
  }

  /** The objects, once they have been listed. */
  Optional<Collection<JsonNode>> objects() {
    return listed ? Optional.of(List.copyOf(objects.values())) : Optional.empty();
  }

  /** Why nothing more comes, empty while it goes on. */
  Optional<EngineException> failure() {
    return Optional.ofNullable(failure.get());
  }

  @Override
  public void close() {
    stop.cancel(FailureClass.CANCELLED, "no longer needed");
    thread.interrupt();
  }

  private void run() {
    var retry = new Backoff(PATIENCE);
    while (!stop.isCancelled()) {
      try {
        var version = list();
        retry = new Backoff(PATIENCE);
        watch(version);
      } catch (EngineException failed) {
        if (stop.isCancelled()) {
          return;
        }
        if (!failed.failure().failureClass().isRetryable() || !pause(retry)) {
          failure.set(failed);
          changed.run();
          return;
        }
      }
    }
  }

  private boolean pause(Backoff retry) {
    try {
      return retry.pause(stop);
    } catch (EngineException stopped) {
      return false;
    }
  }

  private String list() {
    var answer = server.get(path);
    if (!answer.isSuccess()) {
      throw ApiErrors.of(kind.kind(), answer);
    }
    objects.clear();
    answer.body().path("items").forEach(this::put);
    listed = true;
    changed.run();
    return answer.body().path("metadata").path("resourceVersion").asText();
  }

  private void watch(String version) {
    var query =
        "&watch=1&resourceVersion="
            + ObjectKind.encode(version)
            + "&timeoutSeconds="
            + WINDOW.toSeconds();
    server.watch(path + query, WINDOW.plusSeconds(5), stop, this::take);
  }

  private boolean take(String line) {
    try {
      var event = MAPPER.readTree(line);
      switch (event.path("type").asText()) {
        case "ADDED", "MODIFIED" -> put(event.path("object"));
        case "DELETED" -> objects.remove(name(event.path("object")));
        default -> {
          return false;
        }
      }
    } catch (JsonProcessingException broken) {
      return false;
    }
    changed.run();
    return !stop.isCancelled();
  }

  private void put(JsonNode object) {
    // Objects in a list do not say what they are.
    if (object instanceof ObjectNode node) {
      node.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
    }
    objects.put(name(object), object);
  }

  private static String name(JsonNode object) {
    return object.path("metadata").path("name").asText();
  }
}
