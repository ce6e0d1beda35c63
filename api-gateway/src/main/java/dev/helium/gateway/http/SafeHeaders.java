package dev.helium.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * Says with every answer that it is neither to be kept, nor guessed at, nor framed, nor used by
 * other sites. An operation that knows better says so after this.
 */
final class SafeHeaders implements Handler<RoutingContext> {
  static final Map<String, String> ALWAYS =
      Map.of(
          "cache-control", "no-store",
          "x-content-type-options", "nosniff",
          "x-frame-options", "DENY",
          "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
          "referrer-policy", "no-referrer",
          "cross-origin-resource-policy", "same-origin",
          "cross-origin-opener-policy", "same-origin");

  /** A year: browsers that were here once do not come without TLS again. */
  private static final String ONLY_TLS = "max-age=31536000";

  @Override
  public void handle(RoutingContext context) {
    put(context.response(), context.request().isSSL());
    context.next();
  }

  static void put(HttpServerResponse response, boolean tls) {
    ALWAYS.forEach(response::putHeader);
    if (tls) {
      response.putHeader("strict-transport-security", ONLY_TLS);
    }
  }
}
