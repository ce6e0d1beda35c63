package dev.helium.backends.pachyderm;

import java.util.ArrayList;
import java.util.List;

/** Which request goes to which server; the first that fits counts. */
final class EnvoyRoutes {
  /** Some uploads take days. */
  private static final String WEEK = "604800s";

  private static final String MINUTE = "60s";
  private static final String WEB_SOCKETS =
      ", \"upgrade_configs\": [{\"upgrade_type\": \"websocket\", \"enabled\": true}]";

  private EnvoyRoutes() {}

  static String of(Plan plan) {
    List<String> routes = new ArrayList<>();
    routes.add(
        "{\"match\": {\"prefix\": \"/\", \"grpc\": {}},"
            + " \"route\": {\"cluster\": \"%s\", \"timeout\": \"%s\"}}"
                .formatted(EnvoyClusters.GRPC, WEEK));
    if (plan.choices().pachd()) {
      // Both ways in which S3 clients sign.
      routes.add(signed("AWS4-HMAC-SHA256"));
      routes.add(signed("AWS "));
    }
    routes.add(path("/dex", EnvoyClusters.IDENTITY, MINUTE, MINUTE, ""));
    routes.add(path("/authorization-code/callback", EnvoyClusters.OIDC, MINUTE, MINUTE, ""));
    routes.add(
        plan.choices().console()
            ? path("/", EnvoyClusters.CONSOLE, "600s", "3600s", WEB_SOCKETS)
            : "{\"match\": {\"prefix\": \"/\"}, \"direct_response\": {\"status\": 404}}");
    return String.join(",", routes);
  }

  private static String signed(String with) {
    return "{\"match\": {\"prefix\": \"/\", \"headers\":"
        + " [{\"name\": \"authorization\", \"string_match\": {\"prefix\": \"%s\"}}]},"
            .formatted(with)
        + " \"route\": {\"cluster\": \"%s\", \"idle_timeout\": \"600s\", \"timeout\": \"%s\"}}"
            .formatted(EnvoyClusters.STORAGE, WEEK);
  }

  private static String path(String prefix, String cluster, String idle, String most, String more) {
    return "{\"match\": {\"prefix\": \"%s\"}, \"route\": {\"cluster\": \"%s\","
            .formatted(prefix, cluster)
        + " \"idle_timeout\": \"%s\", \"timeout\": \"%s\"%s}}".formatted(idle, most, more);
  }
}
