package dev.helium.gateway.http;

import io.vertx.ext.web.RoutingContext;

/** Whether somebody looks at an answer with a browser, and it is not the API's. */
final class WantsPage {
  private static final String API = "/v1/";
  private static final String HTML = "text/html";

  private WantsPage() {}

  static boolean is(RoutingContext context) {
    String accepted = context.request().getHeader("accept");
    String path = context.request().path();
    return accepted != null
        && accepted.contains(HTML)
        && (path == null || !path.startsWith(API))
        && !RequestRecorder.isOfContract(context);
  }
}
