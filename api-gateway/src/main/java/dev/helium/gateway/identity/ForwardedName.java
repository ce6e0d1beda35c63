package dev.helium.gateway.identity;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * The e-mail address that a trusted proxy, which signs people in, passes on as {@code Gap-Auth}.
 */
final class ForwardedName {
  private final TrustedProxies proxies;

  ForwardedName(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  /** Empty when there is none, when it cannot be a name, and when anybody else says it. */
  Optional<String> in(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("gap-auth"))
        .map(String::strip)
        .filter(PersonName::canBe)
        .filter(name -> proxies.contains(request.remoteAddress().hostAddress()));
  }
}
