package dev.helium.backends.clipper;

import dev.helium.backends.product.Component;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who may talk to the API, and whom it may talk to. */
final class BackendNetwork {
  private static final String TCP = "TCP";
  private static final int NAMES = 53;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final Plan plan;
  private final Map<String, String> environment;

  private BackendNetwork(Plan plan) {
    this.plan = plan;
    this.environment = BackendEnvironment.of(plan);
  }

  static List<HasMetadata> objects(Plan plan, Component component) {
    return plan.values().flag("clipper-backend.networkPolicy.enabled")
        ? List.of(new BackendNetwork(plan).policy(component))
        : List.of();
  }

  private HasMetadata policy(Component component) {
    return new NetworkPolicyBuilder()
        .withNewMetadata()
        .withName(component.name())
        .endMetadata()
        .withNewSpec()
        .withNewPodSelector()
        .withMatchLabels(component.selector())
        .endPodSelector()
        .withPolicyTypes("Ingress", "Egress")
        .withIngress(callers())
        .withEgress(called())
        .endSpec()
        .build();
  }

  private NetworkPolicyIngressRule callers() {
    List<NetworkPolicyPeer> from = new ArrayList<>();
    // The first is a label that people put there, the second one that every namespace has.
    from.add(namespace("name"));
    from.add(namespace("kubernetes.io/metadata.name"));
    from.add(controllerAnywhere());
    if (plan.has("prometheus")) {
      from.add(pods("prometheus"));
    }
    return new NetworkPolicyIngressRuleBuilder()
        .withFrom(from)
        .withPorts(port(TCP, plan.values().number("clipper-backend.service.targetPort")))
        .build();
  }

  private List<NetworkPolicyEgressRule> called() {
    List<NetworkPolicyEgressRule> rules = new ArrayList<>();
    rules.add(
        plan.has("postgres")
            ? towards("postgres", port(TCP, Postgres.LISTENING))
            : anywhere(port(TCP, Integer.parseInt(environment.get("DB_PORT")))));
    rules.add(
        plan.has("redis")
            ? towards("redis", port(TCP, Redis.LISTENING))
            : anywhere(port(TCP, Integer.parseInt(environment.get("REDIS_PORT")))));
    if (plan.values().has("clipper-backend.config.OPENSEARCH_URL")) {
      rules.add(search());
    }
    // Names, without which nothing is found, and services in the Internet.
    rules.add(anywhere(port("UDP", NAMES), port(TCP, NAMES)));
    rules.add(anywhere(port(TCP, HTTPS)));
    return rules;
  }

  /** An engine in the same namespace; elsewhere when its address is another host. */
  private NetworkPolicyEgressRule search() {
    URI address = URI.create(environment.get("OPENSEARCH_URL"));
    int usual = "https".equals(address.getScheme()) ? HTTPS : HTTP;
    NetworkPolicyPort allowed = port(TCP, address.getPort() > 0 ? address.getPort() : usual);
    return "opensearch".equals(address.getHost())
        ? towards("opensearch", allowed)
        : anywhere(allowed);
  }

  private static NetworkPolicyEgressRule towards(String app, NetworkPolicyPort port) {
    return new NetworkPolicyEgressRuleBuilder().withTo(pods(app)).withPorts(port).build();
  }

  private static NetworkPolicyEgressRule anywhere(NetworkPolicyPort... ports) {
    return new NetworkPolicyEgressRuleBuilder().withPorts(ports).build();
  }

  private static NetworkPolicyPeer namespace(String label) {
    return new NetworkPolicyPeerBuilder()
        .withNewNamespaceSelector()
        .addToMatchLabels(label, "ingress-nginx")
        .endNamespaceSelector()
        .build();
  }

  private static NetworkPolicyPeer controllerAnywhere() {
    return new NetworkPolicyPeerBuilder()
        .withNewNamespaceSelector()
        .endNamespaceSelector()
        .withNewPodSelector()
        .addToMatchLabels("app.kubernetes.io/name", "ingress-nginx")
        .endPodSelector()
        .build();
  }

  private static NetworkPolicyPeer pods(String app) {
    return new NetworkPolicyPeerBuilder()
        .withNewPodSelector()
        .addToMatchLabels("app", app)
        .endPodSelector()
        .build();
  }

  private static NetworkPolicyPort port(String protocol, int number) {
    return new NetworkPolicyPortBuilder()
        .withProtocol(protocol)
        .withPort(new IntOrString(number))
        .build();
  }
}
