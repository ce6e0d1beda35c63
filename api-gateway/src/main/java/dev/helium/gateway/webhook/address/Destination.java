package dev.helium.gateway.webhook.address;

import dev.helium.domain.webhook.Webhook;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of a URL that events are posted to.
 *
 * @param host a name or an address, in lower case and without brackets
 * @param target path and query, as the request line has them
 */
public record Destination(boolean secure, String host, int port, String target) {
  /** What a URL has to be. */
  public static final String RULE =
      "must be a URL such as https://hooks.example.com/helium of at most "
          + Webhook.LONGEST_URL
          + " visible ASCII characters, without a user and a fragment";

  static final String PORTS = "must have the port 443, 80, or one from 1024 on";

  private static final Pattern VISIBLE = Pattern.compile("[!-~]{1," + Webhook.LONGEST_URL + "}");
  private static final Pattern NAME =
      Pattern.compile(
          "(?!.*[.]$)(?=.{1,253}$)[a-z0-9_]([-a-z0-9_]{0,61}[a-z0-9_])?"
              + "([.][a-z0-9_]([-a-z0-9_]{0,61}[a-z0-9_])?)*");

  /** Four numbers; what else some resolvers take for an address is neither that nor a name. */
  private static final Pattern IPV4 =
      Pattern.compile("(0|[1-9][0-9]{0,2})([.](0|[1-9][0-9]{0,2})){3}");

  private static final Pattern NUMERIC = Pattern.compile("(.*[.])?(0x[0-9a-f]*|[0-9]+)");
  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final int FIRST_OF_USERS = 1024;

  /**
   * Where a URL leads.
   *
   * @throws IllegalArgumentException with the rule that the URL breaks
   */
  public static Destination parse(String url) {
    if (!VISIBLE.matcher(url).matches()) {
      throw new IllegalArgumentException(RULE);
    }
    try {
      return of(new URI(url).parseServerAuthority());
    } catch (URISyntaxException invalid) {
      throw new IllegalArgumentException(RULE, invalid);
    }
  }

  private static Destination of(URI uri) {
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals("https");
    if ((!secure && !scheme.equals("http"))
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(RULE);
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
    if (!isName(host) && literal(host).isEmpty()) {
      throw new IllegalArgumentException(
          "must have a host that is a DNS name, or an address in its usual form");
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : secure ? HTTPS : HTTP;
    if (port != HTTPS && port != HTTP && (port < FIRST_OF_USERS || port > 65_535)) {
      throw new IllegalArgumentException(PORTS);
    }
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new Destination(secure, host, port, path + query);
  }

  /** Whether a text can be a DNS name and not an address in one of its unusual forms. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches() && !NUMERIC.matcher(text).matches();
  }

  /** The address that the host is; empty when it is a name. */
  Optional<InetAddress> address() {
    return literal(host);
  }

  private static Optional<InetAddress> literal(String host) {
    if (!IPV4.matcher(host).matches() && (!host.contains(":") || host.contains("%"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException neither) {
      return Optional.empty();
    }
  }
}
