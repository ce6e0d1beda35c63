package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.WayAnnotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The door to the notebooks: the hub tells it which user's requests go to which pod. */
final class NotebookProxy {
  static final String NAME = "proxy";
  static final String API_SERVICE = "proxy-api";
  static final int API_PORT = 8001;

  private static final String PUBLIC_SERVICE = "proxy-public";
  private static final String NOTEBOOKS = "notebooks";
  private static final String HTTP = "http";
  private static final String API = "api";
  private static final int WEB_PORT = 80;
  private static final long NOBODY = 65_534;
  private static final long GRACE_SECONDS = 60;

  private NotebookProxy() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.choices().notebooks()) {
      return List.of();
    }
    Component proxy = component(plan);
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(proxy.deployment());
    objects.add(
        Labels.inner(
            KubernetesObjects.service(
                API_SERVICE, "ClusterIP", proxy, KubernetesObjects.port(API, API_PORT, API))));
    objects.add(front(plan, proxy));
    if (plan.values().flag("notebooks.ingress.enabled")) {
      objects.add(ingress(plan));
    }
    return objects;
  }

  static Component component(Plan plan) {
    String hub = "http://" + Hub.NAME + ":" + Hub.PORT;
    return Pods.of(
            plan,
            NAME,
            Images.of(plan, "notebooks.proxy.image"),
            plan.values().at("notebooks.proxy"))
        .security(Pods.pod(NOBODY), Security.restrictedContainer())
        // Its table of routes is in its memory, and there must be one only.
        .strategy(Hub.alone())
        .graceSeconds(GRACE_SECONDS)
        .label(NotebookRules.TO_HUB, "true")
        .label(NotebookRules.TO_NOTEBOOKS, "true")
        .command(
            "configurable-http-proxy",
            "--ip=",
            "--api-ip=",
            "--api-port=" + API_PORT,
            "--default-target=" + hub,
            "--error-target=" + hub + "/hub/error",
            "--port=8000")
        .secretEnvironment("CONFIGPROXY_AUTH_TOKEN", HubSecret.NAME, HubSecret.PROXY_TOKEN)
        .port(HTTP, 8000)
        .port(API, API_PORT)
        .readiness(Probes.http("/_chp_healthz", HTTP, new Timing(0, 2, 1, 1000)))
        .liveness(Probes.http("/_chp_healthz", HTTP, new Timing(60, 10, 3, 30)));
  }

  private static Service front(Plan plan, Component proxy) {
    Values values = plan.values().at("notebooks.proxy.service");
    Service service =
        KubernetesObjects.service(
            PUBLIC_SERVICE,
            values.text("type"),
            proxy,
            KubernetesObjects.port(HTTP, WEB_PORT, HTTP));
    service =
        WayAnnotations.annotated(
            service, DnsNames.of(values.text("type"), plan.addresses().notebooksHost()));
    service = WayAnnotations.annotated(service, values.texts("annotations"));
    return Labels.wayIn(service, NOTEBOOKS, HubSecret.credentials(plan));
  }

  private static HasMetadata ingress(Plan plan) {
    Values values = plan.values().at("notebooks.ingress");
    Map<String, String> annotations = new LinkedHashMap<>(values.texts("annotations"));
    annotations.put(WayAnnotations.LINK_NAME, NOTEBOOKS);
    if (!HubSecret.credentials(plan).isEmpty()) {
      annotations.put(WayAnnotations.CREDENTIALS, HubSecret.credentials(plan));
    }
    return FrontIngress.ingress(
        "jupyterhub",
        values.text("className"),
        plan.addresses().notebooksHost(),
        values.text("tlsSecretName"),
        annotations,
        List.of(KubernetesObjects.path("/", PUBLIC_SERVICE, WEB_PORT)));
  }
}
