package dev.helium.backends.pachyderm;

import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.WayAnnotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way in by the cluster's ingress controller, where that is wanted. */
final class FrontIngress {
  private FrontIngress() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.choices().ingress()) {
      return List.of();
    }
    Values values = plan.values().at("ingress");
    boolean proxied = plan.choices().frontProxy();
    Map<String, String> annotations = new LinkedHashMap<>(values.texts("annotations"));
    annotations.put(WayAnnotations.LINK_NAME, plan.choices().console() ? Console.NAME : Pachd.NAME);
    if (!Console.credentials(plan).isEmpty()) {
      annotations.put(WayAnnotations.CREDENTIALS, Console.credentials(plan));
    }
    return List.of(
        ingress(
            proxied ? FrontProxy.NAME : Console.NAME,
            values.text("className"),
            plan.addresses().host(),
            values.flag("tls.enabled") ? values.text("tls.secretName") : "",
            annotations,
            proxied ? throughProxy(plan) : direct(plan)));
  }

  /** An empty host is every host; certificates are for named ones. */
  static Ingress ingress(
      String name,
      String className,
      String host,
      String tlsSecret,
      Map<String, String> annotations,
      List<HTTPIngressPath> paths) {
    Ingress ingress =
        KubernetesObjects.ingress(
            name, className, host, host.isEmpty() ? "" : tlsSecret, annotations, paths);
    return host.isEmpty()
        ? new IngressBuilder(ingress)
            .editSpec()
            .editFirstRule()
            .withHost(null)
            .endRule()
            .endSpec()
            .build()
        : ingress;
  }

  private static List<HTTPIngressPath> throughProxy(Plan plan) {
    return List.of(
        KubernetesObjects.path(
            "/", FrontProxy.NAME, plan.values().number("proxy.service.httpPort")));
  }

  private static List<HTTPIngressPath> direct(Plan plan) {
    boolean pachd = plan.choices().pachd();
    String server = pachd ? Pachd.NAME : EnterpriseServer.NAME;
    Values ports = plan.values().at((pachd ? "pachd" : "enterpriseServer") + ".service");
    List<HTTPIngressPath> paths = new ArrayList<>();
    paths.add(KubernetesObjects.path("/dex", server, ports.number("identityPort")));
    paths.add(
        KubernetesObjects.path("/authorization-code/callback", server, ports.number("oidcPort")));
    if (plan.choices().console()) {
      paths.add(
          KubernetesObjects.path(
              "/", Console.NAME, plan.values().number("console.config.graphqlPort")));
    }
    return paths;
  }
}
