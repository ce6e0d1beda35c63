package dev.helium.backends.gcp_cluster_only;

import com.pulumi.gcp.container.Cluster;
import com.pulumi.gcp.container.NodePool;
import com.pulumi.gcp.container.NodePoolArgs;
import com.pulumi.gcp.container.inputs.NodePoolAutoscalingArgs;
import com.pulumi.gcp.container.inputs.NodePoolManagementArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigGuestAcceleratorArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigGuestAcceleratorGpuDriverInstallationConfigArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigTaintArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigWorkloadMetadataConfigArgs;
import dev.helium.backends.google.GooglePlace;

/** Groups of like nodes. */
final class NodePools {
  private NodePools() {}

  static NodePool register(GooglePlace place, Cluster cluster, NodeAccount nodes, PoolWish wish) {
    return new NodePool(
        wish.name(),
        NodePoolArgs.builder()
            .cluster(cluster.id())
            .location(place.location())
            .initialNodeCount(wish.minNodes())
            .autoscaling(
                NodePoolAutoscalingArgs.builder()
                    .minNodeCount(wish.minNodes())
                    .maxNodeCount(wish.maxNodes())
                    .build())
            .management(NodePoolManagementArgs.builder().autoRepair(true).autoUpgrade(true).build())
            .nodeConfig(nodeConfig(place, nodes, wish))
            .build(),
        place.with());
  }

  private static NodePoolNodeConfigArgs nodeConfig(
      GooglePlace place, NodeAccount nodes, PoolWish wish) {
    NodePoolNodeConfigArgs.Builder arguments =
        NodePoolNodeConfigArgs.builder()
            .machineType(wish.machineType())
            .diskSizeGb(wish.diskSizeGb())
            .diskType(wish.diskType())
            .spot(wish.spot())
            .serviceAccount(nodes.account().email())
            .oauthScopes(NodeAccount.SCOPE)
            .labels(wish.labels())
            .resourceLabels(place.labels())
            .taints(wish.taints().stream().map(NodePools::taint).toList())
            // Pods are who their own accounts are, and not who their node is.
            .workloadMetadataConfig(
                NodePoolNodeConfigWorkloadMetadataConfigArgs.builder()
                    .mode("GKE_METADATA")
                    .build());
    if (!wish.gpuType().isEmpty()) {
      arguments.guestAccelerators(
          NodePoolNodeConfigGuestAcceleratorArgs.builder()
              .type(wish.gpuType())
              .count(wish.gpuCount())
              .gpuDriverInstallationConfig(
                  NodePoolNodeConfigGuestAcceleratorGpuDriverInstallationConfigArgs.builder()
                      .gpuDriverVersion("DEFAULT")
                      .build())
              .build());
    }
    return arguments.build();
  }

  private static NodePoolNodeConfigTaintArgs taint(PoolWish.Taint taint) {
    return NodePoolNodeConfigTaintArgs.builder()
        .key(taint.key())
        .value(taint.value())
        .effect(taint.effect())
        .build();
  }
}
