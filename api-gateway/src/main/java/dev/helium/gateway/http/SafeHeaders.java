package dev.helium.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Says with every answer that it is neither to be kept, nor guessed at, nor framed. */
final class SafeHeaders implements Handler<RoutingContext> {
  @Override
  public void handle(RoutingContext context) {
    HttpServerResponse response = context.response();
    response.putHeader("cache-control", "no-store");
    response.putHeader("x-content-type-options", "nosniff");
    response.putHeader("x-frame-options", "DENY");
    response.putHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
    response.putHeader("referrer-policy", "no-referrer");
    context.next();
  }
}
