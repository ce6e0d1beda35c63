package dev.helium.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One way into a workspace. Whoever can write to its namespace can make one, so every part is held
 * to a rule under which it says nothing to a browser or a shell but what it is; a part that breaks
 * its rule is an {@link IllegalArgumentException} that does not repeat it.
 *
 * @param object where it comes from, as {@code Kind/name}
 * @param name what it leads to, such as {@code console}: small letters, digits, dots, dashes
 * @param host a DNS name or an IP address; empty for {@link Kind#NODE}
 * @param path of a link, beginning with a slash, at most 200 characters; empty for all others
 * @param credentials name of the secret that opens it; empty when none is declared
 */
public record Connection(
    Kind kind,
    String object,
    String name,
    Scheme scheme,
    String host,
    int port,
    String path,
    String credentials)
    implements Comparable<Connection> {

  /** Who gets in this way. */
  public enum Kind {
    /** A browser, from outside. */
    LINK,
    /** A program, from outside. */
    ADDRESS,
    /** Whoever can reach a node of the cluster: the port is the same on each. */
    NODE,
    /** A program in the same cluster; from outside only through {@link #command()}. */
    INSIDE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is spoken there, as far as the cluster says. */
  public enum Scheme {
    HTTPS,
    HTTP,
    GRPC,
    TCP,
    UDP,
    SCTP;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isOverTcp() {
      return this != UDP && this != SCTP;
    }
  }

  /** Of one workspace. */
  public static final int MOST = 100;

  private static final int LARGEST_PORT = 65_535;
  private static final int FIRST_FREE_PORT = 1_024;
  private static final int SHIFT = 8_000;
  private static final String NAME = "[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?";
  private static final Pattern NAMES = Pattern.compile(NAME);
  private static final Pattern OBJECT = Pattern.compile("[A-Z][A-Za-z]{0,62}/" + NAME);
  private static final Pattern PATH = Pattern.compile("/[-A-Za-z0-9._~/]{0,199}");
  private static final Pattern SERVICE_HOST =
      Pattern.compile("[a-z0-9][-a-z0-9]{0,62}\\.[a-z0-9][-a-z0-9]{0,62}\\.svc");

  private static final Comparator<Connection> ORDER =
      Comparator.comparing(Connection::kind)
          .thenComparing(Connection::object)
          .thenComparing(Connection::scheme)
          .thenComparing(Connection::name)
          .thenComparing(Connection::host)
          .thenComparingInt(Connection::port)
          .thenComparing(Connection::path)
          .thenComparing(Connection::credentials);

  public Connection {
    Objects.requireNonNull(scheme, "scheme");
    require(OBJECT.matcher(object).matches(), "object", "must be Kind/name");
    require(isName(name), "name", "must be a name as objects have");
    require(isHost(kind, host), "host", "must be a DNS name or an IP address");
    require(port >= 1 && port <= LARGEST_PORT, "port", "must be from 1 to 65535");
    require(
        kind == Kind.LINK ? PATH.matcher(path).matches() : path.isEmpty(),
        "path",
        "must be a plain path, of links only");
    require(
        credentials.isEmpty() || isName(credentials),
        "credentials",
        "must be the name of a secret");
  }

  /** True for what may stand as the name of a connection or of a secret. */
  public static boolean isName(String text) {
    return NAMES.matcher(text).matches();
  }

  /** Each once, in their order, at most {@link #MOST}: the ways of people before all others. */
  public static List<Connection> kept(Collection<Connection> all) {
    return all.stream().distinct().sorted().limit(MOST).toList();
  }

  /** What a browser opens, without a slash alone at its end; empty for all but links. */
  public String url() {
    if (kind != Kind.LINK) {
      return "";
    }
    boolean usual = port == (scheme == Scheme.HTTPS ? 443 : 80);
    return scheme.word()
        + "://"
        + (usual ? Hosts.inUrl(host) : authority())
        + (path.equals("/") ? "" : path);
  }

  /** Host and port as they stand in a URL. */
  public String authority() {
    return Hosts.inUrl(host) + ":" + port;
  }

  /**
   * For a shell: makes what is inside reachable on this machine while it runs, under the same port
   * or, where that is reserved, under one that is 8,000 higher.
   */
  public Optional<String> command() {
    if (kind != Kind.INSIDE || !scheme.isOverTcp()) {
      return Optional.empty();
    }
    String[] labels = host.split("\\.", -1);
    int here = port < FIRST_FREE_PORT ? port + SHIFT : port;
    return Optional.of(
        "kubectl --namespace %s port-forward service/%s %d:%d"
            .formatted(labels[1], labels[0], here, port));
  }

  @Override
  public int compareTo(Connection other) {
    return ORDER.compare(this, other);
  }

  private static boolean isHost(Kind kind, String host) {
    return switch (kind) {
      case LINK, ADDRESS -> Hosts.read(host).filter(host::equals).isPresent();
      case NODE -> host.isEmpty();
      case INSIDE -> SERVICE_HOST.matcher(host).matches();
    };
  }

  private static void require(boolean holds, String part, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("the " + part + " of a connection " + rule);
    }
  }
}
