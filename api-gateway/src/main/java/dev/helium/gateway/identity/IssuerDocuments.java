package dev.helium.gateway.identity;

import dev.helium.gateway.http.BoundedBody;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Fetches what an issuer publishes: at most {@value #LARGEST} bytes, within {@value
 * #LONGEST_SECONDS} s, without following it anywhere else.
 */
final class IssuerDocuments {
  private static final int LARGEST = 256 * 1024;
  private static final int LONGEST_SECONDS = 5;
  private static final int CONNECT_MILLISECONDS = 3_000;
  private static final int OK = 200;

  /** Answers whose body says why (RFC 6749, section 5.2). */
  private static final Set<Integer> REFUSALS = Set.of(400, 401);

  private final HttpClient client;

  IssuerDocuments(Vertx vertx) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLISECONDS)
                .setIdleTimeout(2 * LONGEST_SECONDS));
  }

  /** A JSON object. Fails with a message that says why and repeats nothing of what came. */
  Future<JsonObject> get(URI address) {
    if (!SafeAddress.isSafe(address)) {
      return Future.failedFuture("keys are fetched over https only");
    }
    return client
        .request(new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(address.toString()))
        .compose(request -> request.putHeader("accept", "application/json").send())
        .compose(IssuerDocuments::body)
        .map(IssuerDocuments::object)
        .timeout(LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * The JSON object that a form is answered with. Fails as {@link #get} does, and with an {@link
   * IssuerRefusedException} when the issuer says that it will not.
   *
   * @param headers beside those of a form
   */
  Future<JsonObject> post(URI address, Map<String, String> headers, MultiMap form) {
    if (!SafeAddress.isSafe(address)) {
      return Future.failedFuture("secrets are sent over https only");
    }
    return client
        .request(new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(address.toString()))
        .compose(
            request -> {
              request
                  .putHeader("accept", "application/json")
                  .putHeader("content-type", "application/x-www-form-urlencoded");
              headers.forEach(request::putHeader);
              return request.send(encoded(form));
            })
        .compose(
            response ->
                REFUSALS.contains(response.statusCode())
                    ? read(response)
                        .map(IssuerDocuments::object)
                        .otherwise(new JsonObject())
                        .compose(
                            document ->
                                Future.failedFuture(
                                    IssuerRefusedException.of(response.statusCode(), document)))
                    : body(response).map(IssuerDocuments::object))
        .timeout(LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  Future<Void> close() {
    return client.close();
  }

  private static Future<Buffer> body(HttpClientResponse response) {
    if (response.statusCode() != OK) {
      return refuse(response.request(), "the answer is " + response.statusCode());
    }
    return read(response);
  }

  private static Future<Buffer> read(HttpClientResponse response) {
    return BoundedBody.of(response, LARGEST, "the answer");
  }

  /** Whatever the body is, nobody waits for it. */
  private static Future<Buffer> refuse(HttpClientRequest request, String why) {
    request.connection().close();
    return Future.failedFuture(why);
  }

  private static Buffer encoded(MultiMap form) {
    return Buffer.buffer(
        form.entries().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonObject object(Buffer body) {
    try {
      return new JsonObject(body);
    } catch (DecodeException | ClassCastException notAnObject) {
      throw new IllegalStateException("the answer is not a JSON object", notAnObject);
    }
  }
}
