package dev.helium.backends.pachyderm;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.Arrays;
import java.util.List;

/** What a rule lets through. */
final class Traffic {
  private static final List<String> PRIVATE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

  /** Where clouds tell a node, and whoever asks from it, what the node may do. */
  private static final String METADATA = "169.254.169.254/32";

  private static final int NAMES = 53;

  private Traffic() {}

  static NetworkPolicyIngressRule from(LabelSelector pods, int... ports) {
    return new NetworkPolicyIngressRuleBuilder()
        .withFrom(peer(pods))
        .withPorts(ports("TCP", ports))
        .build();
  }

  static NetworkPolicyIngressRule fromAnywhere(int... ports) {
    return new NetworkPolicyIngressRuleBuilder().withPorts(ports("TCP", ports)).build();
  }

  static NetworkPolicyEgressRule to(LabelSelector pods, int... ports) {
    return new NetworkPolicyEgressRuleBuilder()
        .withTo(peer(pods))
        .withPorts(ports("TCP", ports))
        .build();
  }

  /** Look-ups of names, inside the cluster. */
  static NetworkPolicyEgressRule names() {
    return new NetworkPolicyEgressRuleBuilder(cluster())
        .addAllToPorts(ports("UDP", NAMES))
        .addAllToPorts(ports("TCP", NAMES))
        .build();
  }

  /** All addresses that are nobody's private ones. */
  static NetworkPolicyEgressRule world() {
    return new NetworkPolicyEgressRuleBuilder()
        .addNewTo()
        .withNewIpBlock()
        .withCidr("0.0.0.0/0")
        .withExcept(PRIVATE)
        .addToExcept(METADATA)
        .endIpBlock()
        .endTo()
        .build();
  }

  /** Private addresses, which those of a cluster are. */
  static NetworkPolicyEgressRule cluster() {
    return new NetworkPolicyEgressRuleBuilder()
        .withTo(PRIVATE.stream().map(Traffic::block).toList())
        .build();
  }

  static NetworkPolicyEgressRule metadataServer() {
    return new NetworkPolicyEgressRuleBuilder().withTo(block(METADATA)).build();
  }

  private static NetworkPolicyPeer peer(LabelSelector pods) {
    return new NetworkPolicyPeerBuilder().withPodSelector(pods).build();
  }

  private static NetworkPolicyPeer block(String addresses) {
    return new NetworkPolicyPeerBuilder().withNewIpBlock().withCidr(addresses).endIpBlock().build();
  }

  private static List<NetworkPolicyPort> ports(String protocol, int... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(
            number ->
                new NetworkPolicyPortBuilder()
                    .withProtocol(protocol)
                    .withPort(new IntOrString(number))
                    .build())
        .toList();
  }
}
