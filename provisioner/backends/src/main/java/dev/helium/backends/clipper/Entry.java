package dev.helium.backends.clipper;

import static dev.helium.backends.product.KubernetesObjects.path;

import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLSBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ingress of a component: at the site's domain, unless its values name other hosts. */
final class Entry {
  private final Plan plan;
  private final String component;
  private final String path;
  private final Values values;

  private Entry(Plan plan, String component, String path) {
    this.plan = plan;
    this.component = component;
    this.path = path;
    this.values = plan.values().at(component + ".ingress");
  }

  /**
   * @param path that is its part of the site
   */
  static List<HasMetadata> objects(
      Plan plan, String component, String path, Map<String, String> way) {
    Entry entry = new Entry(plan, component, path);
    return entry.values.flag("enabled") ? List.of(entry.ingress(way)) : List.of();
  }

  private HasMetadata ingress(Map<String, String> way) {
    Map<String, String> annotations = new LinkedHashMap<>(values.texts("annotations"));
    annotations.putAll(way);
    return new IngressBuilder()
        .withNewMetadata()
        .withName(component)
        .withAnnotations(annotations)
        .endMetadata()
        .withNewSpec()
        .withIngressClassName(values.has("className") ? values.text("className") : null)
        .withRules(rules())
        .withTls(certificates())
        .endSpec()
        .build();
  }

  private List<IngressRule> rules() {
    List<Values> hosts = values.objects("hosts");
    return hosts.isEmpty()
        ? List.of(rule(plan.site().domain(), List.of(path(path, component, port()))))
        : hosts.stream()
            .map(
                host ->
                    rule(
                        host.text("host"),
                        host.objects("paths").stream().map(this::pathAsSaid).toList()))
            .toList();
  }

  private HTTPIngressPath pathAsSaid(Values said) {
    return new HTTPIngressPathBuilder(path(said.text("path"), component, port()))
        .withPathType(said.text("pathType"))
        .build();
  }

  private List<IngressTLS> certificates() {
    List<Values> said = values.objects("tls");
    if (said.isEmpty() && values.objects("hosts").isEmpty()) {
      return plan.site().tlsSecret().isEmpty()
          ? List.of()
          : List.of(certificate(plan.site().tlsSecret(), List.of(plan.site().domain())));
    }
    return said.stream()
        .map(each -> certificate(each.text("secretName"), each.words("hosts")))
        .toList();
  }

  private int port() {
    return plan.values().number(component + ".service.port");
  }

  private static IngressRule rule(String host, List<HTTPIngressPath> paths) {
    return new IngressRuleBuilder().withHost(host).withNewHttp().withPaths(paths).endHttp().build();
  }

  private static IngressTLS certificate(String secret, List<String> hosts) {
    return new IngressTLSBuilder().withSecretName(secret).withHosts(hosts).build();
  }
}
