package dev.helium.gateway.workspaces;

import dev.helium.domain.Connection;
import dev.helium.domain.Connection.Kind;
import dev.helium.domain.Connection.Scheme;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The links that a backend's program names, as ways in like those that are seen. */
final class OutputLinks {
  private static final Map<String, String> NAMES =
      Map.of("ConsoleURL", "console", "NotebooksURL", "notebooks");

  private OutputLinks() {}

  /** Those that are plain links: one with more to it stands in its own field only. */
  static List<Connection> of(Map<String, String> outputs) {
    return NAMES.entrySet().stream()
        .flatMap(
            named ->
                link(named.getKey(), named.getValue(), outputs.getOrDefault(named.getKey(), "")))
        .sorted()
        .toList();
  }

  private static Stream<Connection> link(String output, String name, String url) {
    try {
      URI uri = new URI(url);
      if (uri.getHost() == null
          || uri.getRawUserInfo() != null
          || uri.getRawQuery() != null
          || uri.getRawFragment() != null) {
        return Stream.empty();
      }
      Scheme scheme = scheme(uri.getScheme());
      return Stream.of(
          new Connection(
              Kind.LINK,
              "Output/" + output.toLowerCase(Locale.ROOT),
              name,
              scheme,
              uri.getHost().replaceAll("[\\[\\]]", ""),
              uri.getPort() > 0 ? uri.getPort() : scheme == Scheme.HTTPS ? 443 : 80,
              uri.getRawPath().isEmpty() ? "/" : uri.getRawPath(),
              ""));
    } catch (URISyntaxException | IllegalArgumentException notPlain) {
      return Stream.empty();
    }
  }

  private static Scheme scheme(String word) {
    return switch (word) {
      case "https" -> Scheme.HTTPS;
      case "http" -> Scheme.HTTP;
      default -> throw new IllegalArgumentException("not for a browser");
    };
  }
}
