package dev.helium.gateway.benchmark;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.Objects;

/** One request. */
record Ask(HttpMethod method, String path, Map<String, String> headers, Buffer body) {
  private static final Buffer NOTHING = Buffer.buffer();

  Ask {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(path, "path");
    headers = Map.copyOf(headers);
    Objects.requireNonNull(body, "body");
  }

  static Ask get(String path, Map<String, String> headers) {
    return new Ask(HttpMethod.GET, path, headers, NOTHING);
  }

  static Ask post(String path, Map<String, String> headers, String json) {
    return new Ask(HttpMethod.POST, path, headers, Buffer.buffer(json));
  }
}
