package dev.helium.domain;

import java.net.Inet6Address;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names and numbers of hosts, told from text that only looks like one. */
public final class Hosts {
  private static final int LONGEST = 253;
  private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
  private static final Pattern NAME = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern IP4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final Pattern IP6 = Pattern.compile("[0-9a-f:.]{2,45}");

  /** Some clients take a name that ends so for a number, and others for none at all. */
  private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?[0-9][^.]*");

  private Hosts() {}

  /**
   * The host that a text names, in small letters; empty when it is neither a DNS name (RFC 1123, at
   * most 253 characters, its last part beginning with a letter) nor an IPv4 or IPv6 address. Looks
   * nothing up.
   */
  public static Optional<String> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String host = text.toLowerCase(Locale.ROOT);
    return isNumber(host) || isName(host) ? Optional.of(host) : Optional.empty();
  }

  /** As a host stands in a URL. */
  public static String inUrl(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static boolean isName(String host) {
    return NAME.matcher(host).matches() && !NUMERIC.matcher(host).matches();
  }

  private static boolean isNumber(String host) {
    return IP4.matcher(host).matches() || (host.contains(":") && isIp6(host));
  }

  private static boolean isIp6(String host) {
    try {
      return IP6.matcher(host).matches() && Inet6Address.ofLiteral(host) != null;
    } catch (IllegalArgumentException notOne) {
      return false;
    }
  }
}
