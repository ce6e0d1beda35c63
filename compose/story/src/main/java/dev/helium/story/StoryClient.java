package dev.helium.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The API as `curl` sees it: every answer is an answer, refusals too. */
public final class StoryClient implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int LARGEST_ANSWER = 4 << 20;
  private static final String BOUNDARY = "story-of-a-workspace";
  private static final String JSON = "application/json";

  private final URI server;
  private final String token;
  private final Map<String, String> headers;
  private final Duration limit;
  private final HttpClient client;
  private final ObjectMapper json = new ObjectMapper();

  StoryClient(URI server, String token) {
    this(
        server,
        token,
        Map.of(),
        LIMIT,
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build());
  }

  private StoryClient(
      URI server, String token, Map<String, String> headers, Duration limit, HttpClient client) {
    this.server = server;
    this.token = token;
    this.headers = Map.copyOf(headers);
    this.limit = limit;
    this.client = client;
  }

  /** The same server with another token, or none when it is empty. */
  public StoryClient withToken(String other) {
    return new StoryClient(server, other);
  }

  /**
   * The same server over the same connections for one request of one person. Not to be closed.
   *
   * @param key that makes the request one request however often it is sent
   * @param longest that an answer may take
   */
  public StoryClient as(String person, String key, Duration longest) {
    return new StoryClient(
        server, token, Map.of("Gap-Auth", person, "Idempotency-Key", key), longest, client);
  }

  /**
   * The same server over the same connections, with a header more. Not to be closed.
   *
   * @param value which may be a secret
   */
  public StoryClient with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new StoryClient(server, token, more, limit, client);
  }

  /** The text of the API's description. */
  public String contract() {
    try {
      return client
          .send(
              HttpRequest.newBuilder(server.resolve("/openapi.yaml")).timeout(limit).build(),
              BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER))
          .body();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** What can be made. */
  public Answer backends() {
    return send("backends", "GET", BodyPublishers.noBody(), "");
  }

  public Answer list() {
    return send("workspaces", "GET", BodyPublishers.noBody(), "");
  }

  /** How much an owner may take, and by which workspaces it is taken. */
  public Answer quotas(String owner) {
    String named = URLEncoder.encode(owner, StandardCharsets.UTF_8);
    return send("quotas?owner=" + named, "GET", BodyPublishers.noBody(), "");
  }

  public Answer get(String name) {
    return send("workspace/" + name, "GET", BodyPublishers.noBody(), "");
  }

  /** Has every event posted to a receiver. */
  public Answer webhook(String url) {
    return send("webhooks", "POST", json(Map.of("url", url)), JSON);
  }

  /** Goes on with a webhook that was parked. */
  public Answer resumeWebhook(String id) {
    return send("webhooks/" + id + "/resume", "POST", BodyPublishers.noBody(), "");
  }

  public Answer expired(String name) {
    return send("workspace/" + name + "/expired", "GET", BodyPublishers.noBody(), "");
  }

  public Answer delete(String name) {
    return send("workspace/" + name, "DELETE", BodyPublishers.noBody(), "");
  }

  /** Asks for something to be done with a workspace: {@code retry}, {@code cancel}. */
  public Answer act(String name, String action) {
    return send("workspace/" + name + "/" + action, "POST", BodyPublishers.noBody(), "");
  }

  /** The same with fields in JSON: {@code extend}. */
  public Answer act(String name, String action, Map<String, String> fields) {
    return send("workspace/" + name + "/" + action, "POST", json(fields), JSON);
  }

  /** With defaults for everything. */
  public Answer create() {
    return send("workspace", "POST", BodyPublishers.noBody(), "");
  }

  public Answer create(Map<String, String> fields) {
    return create(fields, "");
  }

  /**
   * Asks for a workspace in JSON.
   *
   * @param query such as {@code wait=ready}
   */
  public Answer create(Map<String, String> fields, String query) {
    return send(query.isEmpty() ? "workspace" : "workspace?" + query, "POST", json(fields), JSON);
  }

  /** As a form with a file, the way the original's clients do. */
  public Answer createWithValues(Map<String, String> fields, String values) {
    String parts =
        fields.entrySet().stream()
            .map(field -> part("name=\"" + field.getKey() + "\"", field.getValue()))
            .collect(Collectors.joining());
    String file = part("name=\"valuesYaml\"; filename=\"values.yaml\"", values);
    return send(
        "workspace",
        "POST",
        BodyPublishers.ofString(parts + file + "--" + BOUNDARY + "--\r\n"),
        "multipart/form-data; boundary=" + BOUNDARY);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private BodyPublisher json(Map<String, String> fields) {
    try {
      return BodyPublishers.ofByteArray(json.writeValueAsBytes(fields));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String part(String disposition, String content) {
    return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, disposition, content);
  }

  private Answer send(String path, String method, BodyPublisher body, String contentType) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve("/v1/api/" + path))
            .timeout(limit)
            .method(method, body);
    headers.forEach(request::header);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    try {
      HttpResponse<byte[]> response =
          client.send(
              request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.headers().firstValue("Location").orElse(""),
          body(response.body()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private JsonNode body(byte[] bytes) throws IOException {
    return bytes.length == 0 ? json.missingNode() : json.readTree(bytes);
  }
}
