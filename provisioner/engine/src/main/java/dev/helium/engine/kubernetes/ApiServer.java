package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.provider.Cancellation;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One API server, in JSON. Every call has a time limit and every answer a size limit. */
final class ApiServer {
  private static final int MAXIMUM_BYTES = 32 * 1024 * 1024;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final KubernetesClient client;
  private final String base;
  private final Duration requestTimeout;
  private final RequestRate limit;

  ApiServer(KubernetesClient client, Duration requestTimeout, RequestRate limit) {
    this.client = client;
    this.limit = limit;
    this.base = client.getMasterUrl().toString().replaceAll("/+$", "");
    this.requestTimeout = requestTimeout;
  }

  /**
   * What the API server said.
   *
   * @param code the HTTP status
   * @param body the object or the status, missing when it was not JSON
   */
  record Answer(int code, JsonNode body) {
    boolean isSuccess() {
      return code >= 200 && code < 300;
    }

    /** True only when the API server itself says that the object is not there. */
    boolean isGone() {
      return code == 404
          && "Status".equals(body.path("kind").asText())
          && "NotFound".equals(body.path("reason").asText());
    }
  }

  Answer get(String path) {
    return send("GET", path, "", null);
  }

  Answer apply(String path, String fieldManager, boolean force, JsonNode object) {
    return send("PATCH", path + query(fieldManager, force), "application/apply-patch+yaml", object);
  }

  /** What applying would lead to; nothing is changed. */
  Answer rehearse(String path, String fieldManager, boolean force, JsonNode object) {
    return send(
        "PATCH",
        path + query(fieldManager, force) + "&dryRun=All",
        "application/apply-patch+yaml",
        object);
  }

  Answer patch(String path, JsonNode operations) {
    return send("PATCH", path, "application/json-patch+json", operations);
  }

  Answer delete(String path, JsonNode options) {
    return send("DELETE", path, "application/json", options);
  }

  /**
   * Reads changes of a collection line by line until the consumer has enough or the time is over.
   */
  void watch(String pathAndQuery, Duration atMost, Cancellation cancellation, LineReader reader) {
    var request = request("GET", pathAndQuery, "", null).forStreaming().build();
    var consumer = new LineConsumer(reader, MAXIMUM_BYTES);
    var sent = client.getHttpClient().consumeBytes(request, consumer);
    cancellation.onCancel(consumer::stop);
    try {
      var response = Cancellation.await(sent, requestTimeout);
      if (response.code() != 200) {
        response.body().cancel();
        throw ApiErrors.of("watch", new Answer(response.code(), MissingNode.getInstance()));
      }
      consumer.begin(response.body());
      consumer.awaitEnd(atMost);
    } catch (TimeoutException silent) {
      sent.cancel(true);
      throw unreachable("no answer within " + requestTimeout.toSeconds() + " s", silent);
    } catch (ExecutionException failure) {
      throw unreachable(rootMessage(failure), failure);
    } finally {
      consumer.stop();
    }
  }

  private static String query(String fieldManager, boolean force) {
    return "?fieldManager=" + ObjectKind.encode(fieldManager) + "&force=" + force;
  }

  private Answer send(String method, String path, String contentType, JsonNode body) {
    limit.await();
    var request =
        request(method, path, contentType, body)
            .timeout(requestTimeout.toMillis(), TimeUnit.MILLISECONDS)
            .build();
    var collector = new BodyCollector(MAXIMUM_BYTES);
    var sent =
        client
            .getHttpClient()
            .consumeBytes(request, collector)
            .thenCompose(response -> collector.collect(response));
    try {
      var code = Cancellation.await(sent, requestTimeout.plusSeconds(5));
      return new Answer(code, json(collector.bytes()));
    } catch (TimeoutException silent) {
      sent.cancel(true);
      throw unreachable("no answer within " + requestTimeout.toSeconds() + " s", silent);
    } catch (ExecutionException failure) {
      throw unreachable(rootMessage(failure), failure);
    }
  }

  private HttpRequest.Builder request(
      String method, String path, String contentType, JsonNode body) {
    var builder = client.getHttpClient().newHttpRequestBuilder().uri(base + path);
    return body == null
        ? builder.header("Accept", "application/json")
        : builder.header("Accept", "application/json").method(method, contentType, body.toString());
  }

  /** The failure of a cluster that cannot be relied on. */
  EngineException unreachable(String why) {
    return unreachable(why, null);
  }

  private EngineException unreachable(String why, Throwable cause) {
    return new EngineException(
        FailureClass.CLUSTER_UNREACHABLE, "the API server at " + base + ": " + why, cause);
  }

  private static String rootMessage(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  private static JsonNode json(byte[] bytes) {
    try {
      var node = MAPPER.readTree(bytes);
      return node == null ? MissingNode.getInstance() : node;
    } catch (IOException notJson) {
      // A proxy or a plain "404 page not found": the caller sees that nothing was said.
      return MissingNode.getInstance();
    }
  }
}
