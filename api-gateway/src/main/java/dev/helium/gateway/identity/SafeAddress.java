package dev.helium.gateway.identity;

import java.net.InetAddress;
import java.net.URI;

/**
 * Addresses from which keys may be fetched: whoever can change them on their way lets anybody in.
 */
final class SafeAddress {
  static final String RULE =
      "must be an address such as https://issuer.example.com/path; http is for loopback only";

  private SafeAddress() {}

  /** Whether it is over TLS, or of this machine. */
  static boolean isSafe(URI address) {
    String host = address.getHost();
    if (host == null || host.isEmpty() || address.getUserInfo() != null) {
      return false;
    }
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme()) && isLoopback(host));
  }

  private static boolean isLoopback(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }
}
