package dev.helium.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/**
 * Refuses paths whose escapes are none, such as {@code %zz}, before the router decodes them: it
 * takes its own failure to do so for a fault of the service.
 */
final class ReadablePaths implements Handler<HttpServerRequest> {
  /** A percent sign that two hexadecimal digits do not follow (RFC 3986, section 2.1). */
  private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private final Handler<HttpServerRequest> router;

  ReadablePaths(Handler<HttpServerRequest> router) {
    this.router = router;
  }

  @Override
  public void handle(HttpServerRequest request) {
    String path = request.path();
    if (path != null && path.indexOf('%') >= 0 && BROKEN.matcher(path).find()) {
      Problems.answerUnreadablePath(request);
    } else {
      router.handle(request);
    }
  }
}
