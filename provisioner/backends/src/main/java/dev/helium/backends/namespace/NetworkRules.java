package dev.helium.backends.namespace;

import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyEgressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyIngressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicyPortArgs;
import com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicySpecArgs;
import java.util.Map;

/** Who may talk to whom in a workspace of this backend. */
final class NetworkRules {
  private static final int NAMES = 53;

  private NetworkRules() {}

  static NetworkPolicySpecArgs denyAll() {
    return NetworkPolicySpecArgs.builder()
        .podSelector(everyPod())
        .policyTypes("Ingress", "Egress")
        .build();
  }

  static NetworkPolicySpecArgs allowWeb(Map<String, String> pods, int port) {
    return NetworkPolicySpecArgs.builder()
        .podSelector(LabelSelectorArgs.builder().matchLabels(pods).build())
        .policyTypes("Ingress")
        .ingress(
            NetworkPolicyIngressRuleArgs.builder()
                .ports(NetworkPolicyPortArgs.builder().protocol("TCP").port(port).build())
                .build())
        .build();
  }

  static NetworkPolicySpecArgs allowNames() {
    return NetworkPolicySpecArgs.builder()
        .podSelector(everyPod())
        .policyTypes("Egress")
        .egress(
            NetworkPolicyEgressRuleArgs.builder()
                .ports(
                    NetworkPolicyPortArgs.builder().protocol("UDP").port(NAMES).build(),
                    NetworkPolicyPortArgs.builder().protocol("TCP").port(NAMES).build())
                .build())
        .build();
  }

  private static LabelSelectorArgs everyPod() {
    return LabelSelectorArgs.builder().build();
  }
}
