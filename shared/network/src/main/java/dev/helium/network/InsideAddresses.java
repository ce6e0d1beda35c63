package dev.helium.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which addresses are not those of somebody outside, and why.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA's special-purpose
 *     addresses of IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">and of IPv6</a>
 */
public final class InsideAddresses {
  private static final Network GLOBAL = Network.of("2000::/3");
  private static final Map<Network, String> INSIDE = new LinkedHashMap<>();

  static {
    inside("unspecified", "0.0.0.0/8", "::/128");
    inside("loopback", "127.0.0.0/8", "::1/128");
    // Answers as if it were outside, on every virtual machine of that cloud.
    inside("cloud metadata", "168.63.129.16/32", "169.254.169.254/32", "fd00:ec2::254/128");
    inside("private", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10");
    inside("link-local", "169.254.0.0/16", "fe80::/10");
    inside("shared by customers of a provider", "100.64.0.0/10");
    inside("multicast", "224.0.0.0/4", "ff00::/8");
    inside("documentation", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24");
    inside("documentation", "2001:db8::/32", "3fff::/20");
    inside("benchmarking", "198.18.0.0/15");
    inside("reserved", "192.0.0.0/24", "192.88.99.0/24", "240.0.0.0/4", "2001::/23", "100::/64");
    // Each of these may carry any address of IPv4, also one inside.
    inside("translated IPv4", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "::/96");
  }

  private InsideAddresses() {}

  /**
   * Why an address is not outside; empty when it is.
   *
   * @param address one of IPv4 that is written as one of IPv6 counts as what it is
   */
  public static Optional<String> why(InetAddress address) {
    return whyPlain(plain(address));
  }

  /** The same address, without a name and a zone, and of IPv4 when it stands for one. */
  public static InetAddress plain(InetAddress address) {
    try {
      return InetAddress.getByAddress(address.getAddress());
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("an address has the length of one", impossible);
    }
  }

  private static Optional<String> whyPlain(InetAddress address) {
    for (Map.Entry<Network, String> inside : INSIDE.entrySet()) {
      if (inside.getKey().contains(address)) {
        return Optional.of(inside.getValue());
      }
    }
    return address instanceof Inet6Address && !GLOBAL.contains(address)
        ? Optional.of("reserved")
        : Optional.empty();
  }

  private static void inside(String why, String... networks) {
    for (String network : networks) {
      INSIDE.put(Network.of(network), why);
    }
  }
}
