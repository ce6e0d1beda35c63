package dev.helium.backends.hash;

import static dev.helium.backends.product.KubernetesObjects.ingress;
import static dev.helium.backends.product.KubernetesObjects.path;

import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways in from outside. Each host has an ingress of its own, so that each is shown under its
 * own name and with its own secret.
 */
final class Entry {
  private Entry() {}

  static boolean wanted(Values values) {
    return values.flag("ingress.enabled");
  }

  static List<HasMetadata> objects(Plan plan) {
    Values values = plan.values();
    if (!wanted(values)) {
      return List.of();
    }
    Hosts hosts = plan.hosts();
    String users = plan.credentials().api();
    List<HasMetadata> ingresses = new ArrayList<>();
    ingresses.add(
        to(
            plan,
            Names.FRONTEND,
            hosts.frontend(),
            values.number("frontend.port"),
            Ways.named("console", users)));
    ingresses.add(
        to(
            plan,
            Names.KRATOS,
            hosts.kratos(),
            values.number("kratos.publicPort"),
            Ways.named("identity")));
    ingresses.add(
        to(
            plan,
            Names.API,
            hosts.api(),
            values.number("api.internal.port"),
            Ways.named("api", users)));
    if (Dashboard.wanted(values)) {
      ingresses.add(
          to(
              plan,
              Names.DASHBOARD,
              hosts.dashboard(),
              Dashboard.SERVICE_PORT,
              Ways.named("dashboard")));
    }
    return ingresses;
  }

  private static HasMetadata to(
      Plan plan, String service, String host, int port, Map<String, String> way) {
    Values values = plan.values();
    Map<String, String> annotations = new LinkedHashMap<>(values.texts("ingress.annotations"));
    annotations.putAll(way);
    return ingress(
        service,
        values.text("ingress.className"),
        host,
        values.has("ingress.tlsSecret") ? values.text("ingress.tlsSecret") : "",
        annotations,
        List.of(path("/", service, port)));
  }
}
