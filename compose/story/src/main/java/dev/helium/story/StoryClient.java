package dev.helium.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
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
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final ObjectMapper json = new ObjectMapper();

  StoryClient(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  /** The same server with another token, or none when it is empty. */
  public StoryClient withToken(String other) {
    return new StoryClient(server, other);
  }

  public Answer list() {
    return send("workspaces", "GET", BodyPublishers.noBody(), "");
  }

  public Answer get(String name) {
    return send("workspace/" + name, "GET", BodyPublishers.noBody(), "");
  }

  public Answer expired(String name) {
    return send("workspace/" + name + "/expired", "GET", BodyPublishers.noBody(), "");
  }

  public Answer delete(String name) {
    return send("workspace/" + name, "DELETE", BodyPublishers.noBody(), "");
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
    try {
      return send(
          query.isEmpty() ? "workspace" : "workspace?" + query,
          "POST",
          BodyPublishers.ofByteArray(json.writeValueAsBytes(fields)),
          JSON);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
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

  private static String part(String disposition, String content) {
    return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, disposition, content);
  }

  private Answer send(String path, String method, BodyPublisher body, String contentType) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve("/v1/api/" + path))
            .timeout(LIMIT)
            .method(method, body);
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
