package dev.helium.backends.namespace;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpecBuilder;
import java.util.Map;

/**
 * Who may talk to whom in a workspace of this backend: nothing in or out, but requests to the web
 * port and look-ups of names.
 */
final class NetworkRules {
  private static final int NAMES = 53;

  private NetworkRules() {}

  static HasMetadata denyAll() {
    return policy(
        "deny-all",
        new NetworkPolicySpecBuilder()
            .withPodSelector(everyPod())
            .withPolicyTypes("Ingress", "Egress")
            .build());
  }

  static HasMetadata allowWeb(Map<String, String> pods, int port) {
    return policy(
        "allow-web",
        new NetworkPolicySpecBuilder()
            .withPodSelector(new LabelSelectorBuilder().withMatchLabels(pods).build())
            .withPolicyTypes("Ingress")
            .addNewIngress()
            .withPorts(port("TCP", port))
            .endIngress()
            .build());
  }

  static HasMetadata allowNames() {
    return policy(
        "allow-names",
        new NetworkPolicySpecBuilder()
            .withPodSelector(everyPod())
            .withPolicyTypes("Egress")
            .addNewEgress()
            .withPorts(port("UDP", NAMES), port("TCP", NAMES))
            .endEgress()
            .build());
  }

  private static HasMetadata policy(String name, NetworkPolicySpec specification) {
    return new NetworkPolicyBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withSpec(specification)
        .build();
  }

  private static NetworkPolicyPort port(String protocol, int port) {
    return new NetworkPolicyPortBuilder()
        .withProtocol(protocol)
        .withPort(new IntOrString(port))
        .build();
  }

  private static LabelSelector everyPod() {
    return new LabelSelectorBuilder().build();
  }
}
