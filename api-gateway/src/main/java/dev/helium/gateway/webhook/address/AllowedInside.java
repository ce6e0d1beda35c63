package dev.helium.gateway.webhook.address;

import dev.helium.network.Network;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What may be called although it is inside, also without TLS: hosts by their name, and networks.
 *
 * @param hosts in lower case
 */
public record AllowedInside(Set<String> hosts, List<Network> networks) {
  public static final AllowedInside NOTHING = new AllowedInside(Set.of(), List.of());

  public AllowedInside {
    hosts = Set.copyOf(hosts);
    networks = List.copyOf(networks);
  }

  /**
   * Reads names, addresses and networks such as {@code 10.1.0.0/16}, separated by commas.
   *
   * @throws IllegalArgumentException with the rule, when something is neither
   */
  public static AllowedInside parse(String list) {
    Set<String> hosts = new HashSet<>();
    List<Network> networks = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      String item = part.strip().toLowerCase(Locale.ROOT);
      if (!item.isEmpty()) {
        Network.parse(item).ifPresentOrElse(networks::add, () -> hosts.add(name(item)));
      }
    }
    return new AllowedInside(hosts, networks);
  }

  private static String name(String item) {
    if (!Destination.isName(item)) {
      throw new IllegalArgumentException(
          "must be hosts, addresses and networks such as 10.1.0.0/16, separated by commas");
    }
    return item;
  }

  boolean allows(String host, InetAddress address) {
    return hosts.contains(host) || networks.stream().anyMatch(network -> network.contains(address));
  }
}
