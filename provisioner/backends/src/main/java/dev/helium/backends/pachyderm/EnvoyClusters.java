package dev.helium.backends.pachyderm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The servers behind the front proxy, and how it finds out that they work. */
final class EnvoyClusters {
  static final String CONSOLE = "console";
  static final String GRPC = "pachd-grpc";
  static final String STORAGE = "pachd-s3";
  static final String IDENTITY = "pachd-identity";
  static final String OIDC = "pachd-oidc";

  private static final String METRICS = "pachd-metrics";

  private EnvoyClusters() {}

  static String of(Plan plan) {
    List<String> clusters = new ArrayList<>();
    if (plan.choices().console()) {
      clusters.add(
          cluster(
              CONSOLE,
              FrontProxy.CONSOLE_BACKEND,
              plan.values().number("console.config.graphqlPort"),
              http("/"),
              ""));
    }
    clusters.add(
        cluster(
            GRPC,
            FrontProxy.PACHD_BACKEND,
            1650,
            health("\"grpc_health_check\": {}", "10s"),
            Template.text("envoy-http2.json")));
    clusters.add(
        cluster(
            IDENTITY,
            FrontProxy.PACHD_BACKEND,
            1658,
            http("/dex/.well-known/openid-configuration"),
            ""));
    clusters.add(cluster(METRICS, FrontProxy.PACHD_BACKEND, 1656, "", ""));
    clusters.add(cluster(OIDC, FrontProxy.PACHD_BACKEND, 1657, http("/"), ""));
    if (plan.choices().pachd()) {
      clusters.add(cluster(STORAGE, FrontProxy.PACHD_BACKEND, 1600, "", ""));
    }
    return String.join(",", clusters);
  }

  private static String cluster(
      String name, String address, int port, String health, String protocol) {
    return Template.filled(
        "envoy-cluster.json",
        Map.of(
            "NAME", name,
            "ADDRESS", address,
            "PORT", String.valueOf(port),
            "HEALTH", health,
            "PROTOCOL", protocol));
  }

  private static String http(String path) {
    return health(
        "\"http_health_check\": {\"host\": \"localhost\", \"path\": \"" + path + "\"}", "30s");
  }

  private static String health(String question, String interval) {
    return Template.filled("envoy-health.json", Map.of("QUESTION", question, "INTERVAL", interval));
  }
}
