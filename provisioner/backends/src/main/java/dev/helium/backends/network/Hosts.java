package dev.helium.backends.network;

import dev.helium.network.InsideAddresses;
import dev.helium.network.Network;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which hosts may be asked: those outside, by TLS, and those that an operator allows although they
 * are inside, these also without TLS.
 *
 * @param names in lower case
 */
public record Hosts(Set<String> names, List<Network> networks) {
  /** No host inside. */
  public static final Hosts OUTSIDE = new Hosts(Set.of(), List.of());

  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?([.][a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*");

  /** Some resolvers take what looks like this for an address. */
  private static final Pattern NUMERIC = Pattern.compile("(.*[.])?(0x[0-9a-f]*|[0-9]+)");

  public Hosts {
    names = Set.copyOf(names);
    networks = List.copyOf(networks);
  }

  /**
   * Reads names, addresses and networks such as {@code 10.1.0.0/16}, separated by commas.
   *
   * @throws IllegalArgumentException with the rule, when something is neither
   */
  public static Hosts parse(String list) {
    Set<String> names = new HashSet<>();
    List<Network> networks = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      String item = part.strip().toLowerCase(Locale.ROOT);
      Optional<Network> network = Network.parse(item);
      if (network.isPresent()) {
        networks.add(network.get());
      } else if (isName(item)) {
        names.add(item);
      } else if (!item.isEmpty()) {
        throw new IllegalArgumentException(
            "must be hosts, addresses and networks such as 10.1.0.0/16, separated by commas");
      }
    }
    return new Hosts(names, networks);
  }

  /** Why an address may not be asked, as far as that can be said without asking for it. */
  public Optional<String> problem(URI address) {
    String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    if (address.getHost() == null
        || address.getRawUserInfo() != null
        || address.getRawFragment() != null
        || !(scheme.equals("https") || scheme.equals("http"))) {
      return Optional.of("must be an address with https and a host, without a user");
    }
    String host = host(address);
    Optional<InetAddress> literal = Network.parse(host).map(Network::first);
    if (literal.isEmpty() && !isName(host)) {
      return Optional.of("must have a host that is a DNS name, or an address in its usual form");
    }
    boolean allowed = allows(host, literal);
    if (!allowed && (literal.flatMap(InsideAddresses::why).isPresent() || isInside(host))) {
      return Optional.of("leads to an address inside, which may not be asked here");
    }
    return allowed || scheme.equals("https")
        ? Optional.empty()
        : Optional.of("must begin with https, unless its host is allowed inside");
  }

  /** Whether a connection for a host may go to an address. */
  public boolean permits(String host, InetAddress address) {
    return allows(host, Optional.of(address)) || InsideAddresses.why(address).isEmpty();
  }

  public static String host(URI address) {
    String host = address.getHost().toLowerCase(Locale.ROOT);
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private boolean allows(String host, Optional<InetAddress> address) {
    return names.contains(host)
        || address
            .filter(known -> networks.stream().anyMatch(network -> network.contains(known)))
            .isPresent();
  }

  /** Names that no public DNS has. */
  private static boolean isInside(String host) {
    return isName(host)
        && (host.equals("localhost")
            || host.endsWith(".localhost")
            || host.endsWith(".local")
            || host.endsWith(".internal")
            || !host.contains("."));
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches() && !NUMERIC.matcher(text).matches();
  }
}
