package dev.helium.backends.posthog;

import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.WayAnnotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import java.util.ArrayList;
import java.util.List;

/** The ways in: services of the pages and of the taking of events, and an ingress for both. */
final class Entrance {
  /** What sends events, and nothing else, asks for these. */
  private static final List<String> EVENTS =
      List.of("/batch", "/capture", "/decide", "/e", "/track", "/s");

  private final Setting setting;
  private final Values values;

  Entrance(Setting setting) {
    this.setting = setting;
    this.values = setting.values();
  }

  List<HasMetadata> objects() {
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(Ways.named(service(Names.POSTHOG, "web"), "console"));
    if (values.flag("events.enabled")) {
      objects.add(Ways.named(service(Names.EVENTS, "events"), "events"));
    }
    if (values.flag("ingress.enabled")) {
      objects.add(
          KubernetesObjects.ingress(
              Names.POSTHOG,
              IngressRules.className(values),
              Site.host(values).orElse(null),
              IngressRules.tlsSecret(values),
              IngressRules.annotations(setting),
              paths()));
      objects.addAll(google());
    }
    return objects;
  }

  private Service service(String name, String role) {
    return WayAnnotations.annotated(
        KubernetesObjects.service(
            name,
            values.text("service.type"),
            App.named(role),
            KubernetesObjects.port("http", port(), "http")),
        values.texts("service.annotations"));
  }

  private List<HTTPIngressPath> paths() {
    List<HTTPIngressPath> paths = new ArrayList<>();
    paths.add(KubernetesObjects.path("/", Names.POSTHOG, port()));
    if (values.flag("events.enabled")) {
      EVENTS.forEach(path -> paths.add(KubernetesObjects.path(path, Names.EVENTS, port())));
    }
    return paths;
  }

  private int port() {
    return values.number("service.externalPort");
  }

  private List<HasMetadata> google() {
    List<HasMetadata> objects = new ArrayList<>();
    if (IngressRules.isGoogles(values)) {
      objects.add(ForeignKinds.frontend(values.flag("ingress.gcp.forceHttps")));
    }
    if (IngressRules.isManaged(values)) {
      Site.host(values).map(ForeignKinds::certificate).ifPresent(objects::add);
    }
    return objects;
  }
}
