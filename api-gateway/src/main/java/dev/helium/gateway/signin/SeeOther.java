package dev.helium.gateway.signin;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Sends a browser on. */
final class SeeOther {
  private static final int STATUS = 303;

  private SeeOther() {}

  static void answer(RoutingContext context, String location) {
    HttpServerResponse response = context.response();
    if (!response.ended() && !response.closed()) {
      response.setStatusCode(STATUS).putHeader("location", location).end();
    }
  }
}
