package dev.helium.backends.clipper;

import static dev.helium.backends.product.KubernetesObjects.configMap;
import static dev.helium.backends.product.KubernetesObjects.ingress;
import static dev.helium.backends.product.KubernetesObjects.path;
import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.secret;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Grafana, when asked for, with an administrator's password of its own. */
final class Grafana {
  private static final String PATH = "grafana";
  private static final String EXISTING = "grafana.admin.existingSecret";
  private static final String USER_KEY = "admin-user";
  private static final String PASSWORD_KEY = "admin-password";
  private static final int PORT = 3000;
  private static final long USER = 472;

  private Grafana() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.has(PATH)) {
      return List.of();
    }
    Component component = component(plan);
    List<HasMetadata> objects = new ArrayList<>();
    if (!plan.values().has(EXISTING)) {
      objects.add(secret(Names.GRAFANA_SECRET, administrator(plan)));
    }
    objects.add(configMap(Names.config(Names.GRAFANA), sources(plan)));
    objects.add(service(Names.GRAFANA, "ClusterIP", component, port(Names.HTTP, PORT, Names.HTTP)));
    objects.add(component.statefulSet(Names.GRAFANA));
    if (plan.values().flag("grafana.ingress.enabled")) {
      objects.add(entry(plan));
    }
    return objects;
  }

  /** The secret that opens it. */
  static String secretName(Values values) {
    return values.has(EXISTING) ? values.text(EXISTING) : Names.GRAFANA_SECRET;
  }

  private static Component component(Plan plan) {
    String secret = secretName(plan.values());
    Component component =
        Monitoring.of(plan, Names.GRAFANA, PATH, USER)
            .secretEnvironment("GF_SECURITY_ADMIN_USER", secret, USER_KEY)
            .secretEnvironment("GF_SECURITY_ADMIN_PASSWORD", secret, PASSWORD_KEY)
            .environment("GF_SERVER_ROOT_URL", plan.site().grafanaUrl())
            .port(Names.HTTP, PORT)
            .readiness(Probes.http("/api/health", Names.HTTP, Timing.of(5, 10)))
            .liveness(Probes.http("/api/health", Names.HTTP, Timing.of(60, 10)));
    return Monitoring.withFolders(
        plan, PATH, component, "/etc/grafana/provisioning/datasources", "/var/lib/grafana");
  }

  private static Map<String, String> administrator(Plan plan) {
    return Map.of(
        USER_KEY,
        "admin",
        PASSWORD_KEY,
        plan.given("grafana.adminPassword", plan.secrets().value("grafana-password")));
  }

  /** Where it looks for numbers and logs: what else is made here. */
  private static Map<String, String> sources(Plan plan) {
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put("none.yaml", "apiVersion: 1\n");
    if (plan.has("prometheus")) {
      sources.put("prometheus.yaml", source("Prometheus", Names.PROMETHEUS, Prometheus.PORT));
    }
    if (plan.has("loki")) {
      sources.put("loki.yaml", source("Loki", Names.LOKI, Loki.PORT));
    }
    return sources;
  }

  private static String source(String name, String host, int port) {
    return Template.filled(
        "datasource.yml",
        Map.of(
            "NAME",
            name,
            "TYPE",
            name.toLowerCase(Locale.ROOT),
            "HOST",
            host,
            "PORT",
            Integer.toString(port)));
  }

  private static HasMetadata entry(Plan plan) {
    Map<String, String> annotations =
        new LinkedHashMap<>(plan.values().texts("grafana.ingress.annotations"));
    annotations.putAll(Ways.named(PATH, secretName(plan.values())));
    return ingress(
        Names.GRAFANA,
        plan.given("grafana.ingress.className", ""),
        plan.site().grafanaHost(),
        plan.site().grafanaTlsSecret(),
        annotations,
        List.of(path("/", Names.GRAFANA, PORT)));
  }
}
