package dev.helium.backends.pachyderm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the front proxy is told: where requests come in, and which server gets them. */
record EnvoySettings(Plan plan) {
  private static final String HTTP = "http";
  private static final String HTTPS = "https";
  private static final String TO_HTTPS =
      "{\"match\": {\"prefix\": \"/\"}, \"redirect\": {\"https_redirect\": true}}";

  /** Browsers remember for a week that there is no other way than the encrypted one. */
  private static final String ENCRYPTED_ONLY =
      "{\"header\": {\"key\": \"strict-transport-security\", \"value\": \"max-age=604800\"}}";

  /** How much of its memory the proxy takes before it turns requests away. */
  private static final double SHARE = 0.93;

  /**
   * @param memory limit of the container, in bytes
   */
  String json(long memory) {
    List<String> listeners = new ArrayList<>();
    if (plan.values().flag("proxy.tls.enabled")) {
      listeners.add(listener(HTTP, 8080, "", chain(HTTP, "", "", TO_HTTPS, "")));
      listeners.add(
          listener(
              HTTPS,
              8443,
              Template.text("envoy-inspector.json"),
              chain(
                      HTTPS,
                      transport("tls"),
                      ENCRYPTED_ONLY,
                      EnvoyRoutes.of(plan),
                      Template.text("envoy-socket.json"))
                  + ","
                  + chain("https-cleartext", transport("raw_buffer"), "", TO_HTTPS, "")));
    } else {
      listeners.add(listener(HTTP, 8080, "", chain(HTTP, "", "", EnvoyRoutes.of(plan), "")));
    }
    return Template.filled(
        "envoy.json",
        Map.of(
            "HEAP", String.valueOf((long) (memory * SHARE)),
            "CLUSTERS", EnvoyClusters.of(plan),
            "LISTENERS", String.join(",", listeners)));
  }

  private static String listener(String name, int port, String inspector, String chains) {
    return Template.filled(
        "envoy-listener.json",
        Map.of(
            "NAME", name,
            "PORT", String.valueOf(port),
            "INSPECTOR", inspector,
            "CHAINS", chains));
  }

  private static String chain(
      String name, String match, String headers, String routes, String socket) {
    return Template.filled(
        "envoy-chain.json",
        Map.of(
            "NAME", name,
            "MATCH", match,
            "HEADERS", headers,
            "ROUTES", routes,
            "SOCKET", socket));
  }

  private static String transport(String protocol) {
    return "\"transport_protocol\": \"" + protocol + "\"";
  }
}
