package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Cancellation;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One API server, in JSON. Every call has a time limit and every answer a size limit. The client
 * sends again what was not answered; a change is sent again here, asking before each time whose the
 * object is by then.
 */
final class ApiServer {
  private static final int MAXIMUM_BYTES = 32 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration SLACK = Duration.ofSeconds(5);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient client;
  private final HttpClient onlyOnce;
  private final String base;
  private final Duration requestTimeout;
  private final RequestRate limit;

  ApiServer(KubernetesClient client, Duration requestTimeout, RequestRate limit) {
    this.client = client.getHttpClient();
    this.onlyOnce = withoutRetries(client);
    this.limit = limit;
    this.base = client.getMasterUrl().toString().replaceAll("/+$", "");
    this.requestTimeout = requestTimeout;
  }

  /**
   * What the API server said.
   *
   * @param code the HTTP status
   * @param body the object or the status, missing when it was not JSON
   * @param retryAfter how long to wait before the next try, zero when it does not say
   */
  record Answer(int code, JsonNode body, Duration retryAfter) {
    boolean isSuccess() {
      return code >= 200 && code < 300;
    }

    /** True when the API server could not do it this time. */
    boolean isBusy() {
      return code == 429 || code >= 500;
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

  Answer apply(String path, String fieldManager, boolean force, JsonNode object, Call call) {
    return change(
        "PATCH", path + query(fieldManager, force), "application/apply-patch+yaml", object, call);
  }

  /** What applying would lead to; nothing is changed. */
  Answer rehearse(String path, String fieldManager, boolean force, JsonNode object) {
    return send(
        "PATCH",
        path + query(fieldManager, force) + "&dryRun=All",
        "application/apply-patch+yaml",
        object);
  }

  Answer patch(String path, JsonNode operations, Call call) {
    return change("PATCH", path, "application/json-patch+json", operations, call);
  }

  Answer delete(String path, JsonNode options, Call call) {
    return change("DELETE", path, "application/json", options, call);
  }

  /**
   * Reads changes of a collection line by line until the consumer has enough or the time is over.
   */
  void watch(String pathAndQuery, Duration atMost, Cancellation cancellation, LineReader reader) {
    var request = request(pathAndQuery).forStreaming().build();
    var consumer = new LineConsumer(reader, MAXIMUM_BYTES);
    var sent = client.consumeBytes(request, consumer);
    cancellation.onCancel(consumer::stop);
    try {
      var response = Cancellation.await(sent, requestTimeout);
      if (response.code() != 200) {
        response.body().cancel();
        throw ApiErrors.of("watch", answer(response, MissingNode.getInstance()));
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

  /** The same connections. */
  private static HttpClient withoutRetries(KubernetesClient client) {
    var settings = client.getConfiguration().getRequestConfig();
    return client
        .getHttpClient()
        .newBuilder()
        .tag(new RequestConfigBuilder(settings).withRequestRetryBackoffLimit(0).build())
        .build();
  }

  private static String query(String fieldManager, boolean force) {
    return "?fieldManager=" + ObjectKind.encode(fieldManager) + "&force=" + force;
  }

  private Answer send(String method, String path, String contentType, JsonNode body) {
    var request = request(path);
    if (body != null) {
      request.method(method, contentType, body.toString());
    }
    return exchange(client, request, requestTimeout.plus(SLACK));
  }

  private Answer change(String method, String path, String contentType, JsonNode body, Call call) {
    var content = body.toString().getBytes(StandardCharsets.UTF_8);
    var deadline = System.nanoTime() + requestTimeout.plus(SLACK).toNanos();
    var retry = new Backoff(PATIENCE);
    while (true) {
      var owned = new OwnedBody(content, call.ownership());
      var request = request(path).method(method, contentType, owned, content.length);
      var left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
      try {
        var answer = exchange(onlyOnce, request, left);
        var isWorthWaiting = answer.isBusy() && answer.retryAfter().compareTo(left) < 0;
        if (!isWorthWaiting || !retry.pause(call.cancellation(), answer.retryAfter())) {
          return answer;
        }
      } catch (EngineException failure) {
        owned.throwIfRefused();
        if (!isBroken(failure) || !retry.pause(call.cancellation(), Duration.ZERO)) {
          throw failure;
        }
      }
    }
  }

  private Answer exchange(HttpClient http, HttpRequest.Builder builder, Duration atMost) {
    limit.await();
    var request = builder.timeout(requestTimeout.toMillis(), TimeUnit.MILLISECONDS).build();
    var collector = new BodyCollector(MAXIMUM_BYTES);
    var sent =
        http.consumeBytes(request, collector).thenCompose(response -> collector.collect(response));
    try {
      return answer(Cancellation.await(sent, atMost), json(collector.bytes()));
    } catch (TimeoutException silent) {
      sent.cancel(true);
      throw unreachable("no answer within " + requestTimeout.toSeconds() + " s", silent);
    } catch (ExecutionException failure) {
      throw unreachable(rootMessage(failure), failure);
    }
  }

  private HttpRequest.Builder request(String path) {
    return client.newHttpRequestBuilder().uri(base + path).header("Accept", "application/json");
  }

  private static Answer answer(HttpResponse<?> response, JsonNode body) {
    var wait = response.header("Retry-After");
    return new Answer(
        response.code(),
        body,
        wait != null && wait.matches("[0-9]{1,4}")
            ? Duration.ofSeconds(Long.parseLong(wait))
            : Duration.ZERO);
  }

  /** True when the connection broke, so that another one may work. */
  private static boolean isBroken(EngineException failure) {
    var root = root(failure);
    return root instanceof IOException && !(root instanceof HttpTimeoutException);
  }

  /** The failure of a cluster that cannot be relied on. */
  EngineException unreachable(String why) {
    return unreachable(why, null);
  }

  private EngineException unreachable(String why, Throwable cause) {
    return new EngineException(
        FailureClass.CLUSTER_UNREACHABLE, "the API server at " + base + ": " + why, cause);
  }

  private static Throwable root(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String rootMessage(Throwable failure) {
    var root = root(failure);
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
