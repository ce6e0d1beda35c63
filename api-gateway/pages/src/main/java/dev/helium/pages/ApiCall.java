package dev.helium.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.Objects;

/**
 * One request to the API.
 *
 * @param uri path and query, encoded
 * @param headers beside those that say who asks
 * @param body may be empty
 */
public record ApiCall(HttpMethod method, String uri, Map<String, String> headers, Buffer body) {
  public ApiCall {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(body, "body");
    headers = Map.copyOf(headers);
    if (!uri.startsWith("/")) {
      throw new IllegalArgumentException("a request of the API begins with /, not " + uri);
    }
  }

  /** Reads what is there. */
  public static ApiCall get(String uri) {
    return new ApiCall(HttpMethod.GET, uri, Map.of(), Buffer.buffer());
  }

  /** Sends JSON. */
  public static ApiCall json(HttpMethod method, String uri, Buffer json) {
    return new ApiCall(method, uri, Map.of("content-type", "application/json"), json);
  }
}
