package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Requests to a server and its answers, without knowing what they are about.
 *
 * <p>A refusal is a {@link ProblemException}, a server that is not there a {@link UserException};
 * no call takes longer than its limit or reads more than 16 MiB, but for the stream of events.
 */
final class ApiConnection implements AutoCloseable {
  private static final String ROUTES = "/v1/api/";
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final int LARGEST_ANSWER = 16 << 20;
  private static final int NOT_FOUND = 404;
  private static final int FIRST_REFUSAL = 300;

  private final URI server;
  private final String token;
  private final Duration limit;
  private final HttpClient client;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param limit of one call
   */
  ApiConnection(URI server, String token, Duration limit) {
    this.server = server;
    this.token = token;
    this.limit = limit;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(limit.compareTo(CONNECT_LIMIT) < 0 ? limit : CONNECT_LIMIT)
            .build();
  }

  JsonNode get(String path) {
    return accepted(send(call(path).GET()));
  }

  /** Nothing when there is no such thing. */
  Optional<JsonNode> find(String path) {
    HttpResponse<byte[]> answer = send(call(path).GET());
    return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(accepted(answer));
  }

  /**
   * Any call.
   *
   * @param fields of its body; none when there is no body
   */
  JsonNode exchange(String method, String path, Map<String, String> fields) {
    if (fields.isEmpty()) {
      return accepted(send(call(path).method(method, BodyPublishers.noBody())));
    }
    return accepted(
        send(
            call(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(bytes(fields)))));
  }

  JsonNode post(String path, Multipart form) {
    return accepted(send(call(path).header("Content-Type", form.contentType()).POST(form.body())));
  }

  /** What comes after a page that is not the last. */
  JsonNode following(String next) {
    if (!next.startsWith(ROUTES)) {
      throw new UserException("The server names no address of its own for the next page.");
    }
    return get(next.substring(ROUTES.length()));
  }

  /**
   * The bytes of the stream of events.
   *
   * @param last the id after which it goes on; empty for what the query says
   */
  InputStream stream(String query, String last) {
    HttpRequest.Builder call = call(query.isEmpty() ? "events" : "events?" + query).GET();
    call.setHeader("Accept", "text/event-stream, application/problem+json");
    if (!last.isEmpty()) {
      call.header("Last-Event-ID", last);
    }
    HttpResponse<InputStream> answer = send(call, BodyHandlers.ofInputStream());
    if (answer.statusCode() < FIRST_REFUSAL) {
      return answer.body();
    }
    try (InputStream body = answer.body()) {
      byte[] document = body.readNBytes(LARGEST_ANSWER);
      throw new ProblemException(Problem.of(answer.statusCode(), tree(document)));
    } catch (IOException failure) {
      throw unreachable("The connection to %s broke.".formatted(server), failure);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private byte[] bytes(Map<String, String> fields) {
    try {
      return json.writeValueAsBytes(new TreeMap<>(fields));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private HttpRequest.Builder call(String path) {
    return HttpRequest.newBuilder(server.resolve(ROUTES + path))
        .timeout(limit)
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json, application/problem+json");
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder call) {
    return send(call, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder call, BodyHandler<T> handler) {
    try {
      return client.send(call.build(), handler);
    } catch (HttpTimeoutException failure) {
      throw unreachable("Helium at %s does not answer.".formatted(server), failure);
    } catch (ConnectException failure) {
      throw unreachable(
          ("Helium does not answer at %s: ./helium up starts one here, ./helium config says who"
                  + " names that address.")
              .formatted(server),
          failure);
    } catch (IOException failure) {
      throw unreachable(
          "The connection to %s broke: %s".formatted(server, failure.getMessage()), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UserException("Interrupted.", interrupted);
    }
  }

  private static UserException unreachable(String sentence, IOException cause) {
    return new UserException(ExitCode.UNREACHABLE, sentence, cause);
  }

  private JsonNode accepted(HttpResponse<byte[]> answer) {
    JsonNode body = body(answer);
    if (answer.statusCode() >= FIRST_REFUSAL) {
      throw new ProblemException(Problem.of(answer.statusCode(), body));
    }
    if (body.isMissingNode()) {
      throw new UserException("What answers at %s is no Helium.".formatted(server));
    }
    return body;
  }

  private JsonNode body(HttpResponse<byte[]> answer) {
    return tree(answer.body());
  }

  private JsonNode tree(byte[] document) {
    try {
      return json.readTree(document);
    } catch (IOException notJson) {
      return json.missingNode();
    }
  }
}
