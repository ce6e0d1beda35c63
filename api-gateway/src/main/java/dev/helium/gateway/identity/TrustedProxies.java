package dev.helium.gateway.identity;

import dev.helium.network.Network;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Where proxies that sign people in may be: whose word about who asks is taken. */
record TrustedProxies(List<Network> networks) {
  static final String RULE = "must be addresses such as 10.1.2.3 or networks such as 10.0.0.0/8";

  private static final String NOBODY = "none";
  private static final String LOOPBACK = "127.0.0.0/8,::1";

  /** On the same machine. */
  static final TrustedProxies HERE = parse(LOOPBACK);

  TrustedProxies {
    networks = List.copyOf(networks);
  }

  /**
   * @param text addresses and networks, separated by commas, or {@code none}; anything else is an
   *     {@link IllegalArgumentException} with the rule
   */
  static TrustedProxies parse(String text) {
    return text.strip().equals(NOBODY)
        ? new TrustedProxies(List.of())
        : new TrustedProxies(
            Arrays.stream(text.split(",", -1)).map(TrustedProxies::network).toList());
  }

  private static Network network(String text) {
    return Network.parse(text.strip().replaceAll("\\s*/\\s*", "/"))
        .orElseThrow(() -> new IllegalArgumentException(RULE));
  }

  /**
   * @param address as text; null when it is not known
   */
  boolean contains(String address) {
    if (address == null) {
      return false;
    }
    int zone = address.indexOf('%');
    InetAddress known = InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
    return networks.stream().anyMatch(network -> network.contains(known));
  }
}
