package dev.helium.gateway.identity;

import io.vertx.core.http.HttpServerRequest;

/** The token that a request brings. */
final class BearerToken {
  /** In characters; those of issuers grow with the groups that somebody is in. */
  static final int LONGEST = 8192;

  private static final String SCHEME = "bearer ";

  private BearerToken() {}

  /** Whether it says how it proves who asks. */
  static boolean isIn(HttpServerRequest request) {
    return request.headers().contains("authorization");
  }

  /** Its token, or a problem. */
  static String of(HttpServerRequest request) {
    String header = request.getHeader("authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw Unauthorized.missing();
    }
    String token = header.substring(SCHEME.length()).strip();
    if (token.length() > LONGEST) {
      throw Unauthorized.invalid("A token has at most " + LONGEST + " characters.");
    }
    return token;
  }
}
