package dev.helium.gateway.identity;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.Optional;

/**
 * The e-mail address that a signing-in proxy on the same machine passes on, as {@code Gap-Auth}.
 */
final class ForwardedName {
  private static final int LONGEST = 254;

  /** Empty when there is none, when it cannot be a name, and when anybody else says it. */
  Optional<String> in(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("gap-auth"))
        .map(String::strip)
        .filter(ForwardedName::canBeAName)
        .filter(name -> isLoopback(request));
  }

  private static boolean canBeAName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST
        && name.chars().noneMatch(character -> character < ' ' || character > '~');
  }

  private static boolean isLoopback(HttpServerRequest request) {
    return Optional.ofNullable(request.remoteAddress().hostAddress())
        .map(InetAddress::ofLiteral)
        .filter(InetAddress::isLoopbackAddress)
        .isPresent();
  }
}
