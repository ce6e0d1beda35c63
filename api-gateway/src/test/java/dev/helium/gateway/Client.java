package dev.helium.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Speaks to a gateway, and checks every answer against the contract. */
final class Client {
  static final String FORM = "application/x-www-form-urlencoded";
  static final String JSON = "application/json";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private final ContractCheck contract;
  private final String token;

  Client(int port, ContractCheck contract) {
    this(port, contract, TestGateway.TOKEN);
  }

  private Client(int port, ContractCheck contract, String token) {
    this.port = port;
    this.contract = contract;
    this.token = token;
  }

  /** The same with another token. */
  Client with(String other) {
    return new Client(port, contract, other);
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  /** As {@code curl -X POST} does: without a body and without a media type. */
  HttpResponse<String> post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  HttpResponse<String> post(String path, String type, String body) {
    return post(path, type, body.getBytes(UTF_8));
  }

  HttpResponse<String> post(String path, String type, byte[] body) {
    return send(request(path).header("content-type", type).POST(BodyPublishers.ofByteArray(body)));
  }

  HttpResponse<String> post(String path, Multipart form) {
    return post(path, form.mediaType(), form.bytes());
  }

  /** Of unknown length, and so in chunks. */
  HttpResponse<String> postInChunks(String path, String type, byte[] body) {
    BodyPublisher chunks = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body));
    return send(request(path).header("content-type", type).POST(chunks));
  }

  /** With the token. */
  HttpRequest.Builder request(String path) {
    return bare(path).header("authorization", "Bearer " + token);
  }

  HttpRequest.Builder bare(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofMinutes(1));
  }

  HttpResponse<String> send(HttpRequest.Builder builder) {
    HttpResponse<String> answer = sendUnchecked(builder);
    contract.accepts(answer.request().uri().getPath(), answer.request().method(), answer);
    return answer;
  }

  /** For what the contract has no operation for. */
  HttpResponse<String> sendUnchecked(HttpRequest.Builder builder) {
    try {
      return http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  static JsonObject json(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  static String status(HttpResponse<String> answer) {
    return json(answer).getString("Status");
  }

  static JsonObject workspace(HttpResponse<String> answer) {
    return json(answer).getJsonObject("Workspace");
  }

  /** Each as {@code field: rule}. */
  static List<String> errors(HttpResponse<String> answer) {
    return json(answer).getJsonArray("errors", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .map(error -> error.getString("field") + ": " + error.getString("rule"))
        .toList();
  }
}
