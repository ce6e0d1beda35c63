package dev.helium.cluster.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.cluster.component.ClusterException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** The few requests a start needs; everybody else brings a real Kubernetes client. */
public final class ApiClient implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final long LARGEST_ANSWER = 8L * 1024 * 1024;
  private static final int LONGEST_REASON = 500;

  private final HttpClient client;
  private final ObjectMapper json = new ObjectMapper();

  ApiClient(SSLContext tls) {
    this.client = HttpClient.newBuilder().sslContext(tls).connectTimeout(LIMIT).build();
  }

  /** Whether an address answers 200; an address where nobody listens yet does not. */
  boolean isHealthy(URI address) {
    try {
      return send(HttpRequest.newBuilder(address).GET()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** An object or a list. */
  public JsonNode get(URI address) {
    return answer(HttpRequest.newBuilder(address).GET());
  }

  /** Makes an object be as described, whether it was there or not; the description is YAML. */
  public JsonNode apply(URI address, String description) {
    URI forced = URI.create(address + "?fieldManager=helium-cluster&force=true");
    return answer(
        HttpRequest.newBuilder(forced)
            .header("Content-Type", "application/apply-patch+yaml")
            .method("PATCH", BodyPublishers.ofString(description)));
  }

  private JsonNode answer(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = send(request.header("Accept", "application/json"));
      if (response.statusCode() >= 300) {
        String body = response.body();
        throw new ClusterException(
            "%s answered %d: %s"
                .formatted(
                    response.uri().getPath(),
                    response.statusCode(),
                    body.substring(0, Math.min(body.length(), LONGEST_REASON))));
      }
      return json.readTree(response.body());
    } catch (IOException e) {
      throw new ClusterException("The API server does not answer: " + e.getMessage(), e);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(
          request.timeout(LIMIT).build(),
          BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("Interrupted while asking the API server.", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
