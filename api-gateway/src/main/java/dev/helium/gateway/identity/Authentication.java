package dev.helium.gateway.identity;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Lets nobody pass without the token, and says who passes. */
public final class Authentication implements Handler<RoutingContext> {
  private static final String KEY = "helium.identity";
  private static final String SCHEME = "bearer ";

  private final Consumer<HttpServerRequest> check;
  private final Identity unnamed;
  private final ForwardedName forwarded = new ForwardedName();

  private Authentication(Consumer<HttpServerRequest> check, Identity unnamed) {
    this.check = check;
    this.unnamed = unnamed;
  }

  public static Authentication byToken(TokenDigest token) {
    return new Authentication(
        request -> check(request.getHeader("authorization"), token), new Identity("token"));
  }

  /** For development on one's own machine only. */
  public static Authentication off() {
    return new Authentication(request -> {}, new Identity("anonymous"));
  }

  /** Who was let pass. */
  public static Identity identity(RoutingContext context) {
    return context.get(KEY);
  }

  @Override
  public void handle(RoutingContext context) {
    check.accept(context.request());
    context.put(KEY, forwarded.in(context.request()).map(Identity::new).orElse(unnamed));
    context.next();
  }

  private static void check(String header, TokenDigest expected) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw unauthorized("Send the header Authorization: Bearer with the token.", "");
    }
    if (!expected.matches(header.substring(SCHEME.length()).strip())) {
      throw unauthorized("The token is not the right one.", ", error=\"invalid_token\"");
    }
  }

  private static RuntimeException unauthorized(String detail, String error) {
    return new Problem(
            ProblemKind.UNAUTHORIZED,
            detail,
            List.of(),
            Map.of("www-authenticate", "Bearer realm=\"helium\"" + error))
        .exception();
  }
}
