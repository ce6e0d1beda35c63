package dev.helium.backends.helicone;

import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How components are reached from outside: always encrypted, as Supabase wants it. */
final class Ingresses {
  /** Name of the pair of keys behind the self-signed certificates. */
  static final String KEYS = "tls";

  private Ingresses() {}

  /** Whether there are any without a certificate of somebody else's. */
  static boolean needCertificates(Values all) {
    return Arrays.stream(Part.values()).anyMatch(part -> needsCertificate(all, part));
  }

  private static boolean needsCertificate(Values all, Part part) {
    return part.hasIngress(all)
        && all.flag("global.selfSignedCertificates")
        && part.in(all).objects("ingress.tls").isEmpty();
  }

  static Ingress of(Plan plan, Part part) {
    Values ingress = part.in(plan.values()).at("ingress");
    return new IngressBuilder()
        .withNewMetadata()
        .withName(part.objectName())
        .addToAnnotations(Ways.annotations(plan.values(), part))
        .addToAnnotations(ingress.texts("annotations"))
        .endMetadata()
        .withNewSpec()
        .withIngressClassName(ingress.has("className") ? ingress.text("className") : null)
        .withTls(certificates(plan, part))
        .withRules(rules(plan, part))
        .endSpec()
        .build();
  }

  private static List<IngressTLS> certificates(Plan plan, Part part) {
    List<String> hosts = hosts(plan, part);
    List<Values> said = part.in(plan.values()).objects("ingress.tls");
    return said.isEmpty()
        ? List.of(new IngressTLS(hosts, plan.publicHost(part)))
        : said.stream()
            .map(
                tls ->
                    new IngressTLS(
                        tls.words("hosts").isEmpty() ? hosts : tls.words("hosts"),
                        tls.text("secretName")))
            .toList();
  }

  private static List<IngressRule> rules(Plan plan, Part part) {
    List<Values> said = part.in(plan.values()).objects("ingress.hosts");
    return said.isEmpty()
        ? List.of(rule(plan.publicHost(part), List.of(), plan, part))
        : said.stream()
            .map(host -> rule(host.text("host"), host.objects("paths"), plan, part))
            .toList();
  }

  private static IngressRule rule(String host, List<Values> paths, Plan plan, Part part) {
    HTTPIngressPath whole = KubernetesObjects.path("/", part.objectName(), plan.port(part));
    return new IngressRuleBuilder()
        .withHost(host)
        .withNewHttp()
        .withPaths(
            paths.isEmpty()
                ? List.of(whole)
                : paths.stream().map(path -> path(whole, path)).toList())
        .endHttp()
        .build();
  }

  private static HTTPIngressPath path(HTTPIngressPath whole, Values said) {
    return new HTTPIngressPathBuilder(whole)
        .withPath(said.has("path") ? said.text("path") : "/")
        .withPathType(said.has("pathType") ? said.text("pathType") : "Prefix")
        .build();
  }

  private static List<String> hosts(Plan plan, Part part) {
    List<Values> said = part.in(plan.values()).objects("ingress.hosts");
    return said.isEmpty()
        ? List.of(plan.publicHost(part))
        : said.stream().map(host -> host.text("host")).toList();
  }

  /** The self-signed certificates, each in a secret that is named like the host. */
  static List<HasMetadata> secrets(Plan plan) {
    Map<String, Set<String>> hosts = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      if (needsCertificate(plan.values(), part)) {
        hosts
            .computeIfAbsent(plan.publicHost(part), name -> new LinkedHashSet<>())
            .addAll(hosts(plan, part));
      }
    }
    return hosts.entrySet().stream()
        .<HasMetadata>map(secret -> secret(plan, secret.getKey(), secret.getValue()))
        .toList();
  }

  private static HasMetadata secret(Plan plan, String name, Set<String> hosts) {
    String key = plan.secrets().value(KEYS + "-private");
    String certificate =
        Certificates.of(
            key, plan.secrets().value(KEYS + "-public"), plan.secrets().madeAt(), hosts);
    return new SecretBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withType("kubernetes.io/tls")
        .addToStringData("tls.crt", certificate)
        .addToStringData("tls.key", key)
        .build();
  }
}
