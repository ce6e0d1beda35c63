package dev.helium.backends.aws_cluster_only;

import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.eks.NodeGroup;
import com.pulumi.aws.eks.NodeGroupArgs;
import com.pulumi.aws.eks.inputs.NodeGroupScalingConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupTaintArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.helium.backends.amazon.AmazonPlace;
import java.util.ArrayList;
import java.util.List;

/** Groups of like nodes. */
final class NodeGroups {
  private NodeGroups() {}

  static NodeGroup register(
      AmazonPlace place, AmazonCluster made, ClusterNetwork network, GroupWish wish) {
    List<Resource> before = new ArrayList<>(made.nodes().rights());
    before.addAll(network.ways());
    return new NodeGroup(
        wish.name(),
        NodeGroupArgs.builder()
            .clusterName(made.cluster().name())
            .nodeRoleArn(made.nodes().role().arn())
            .subnetIds(Output.all(network.inside().stream().map(Subnet::id).toList()))
            .instanceTypes(wish.machineType())
            .amiType(wish.gpu() ? "AL2023_x86_64_NVIDIA" : "AL2023_x86_64_STANDARD")
            .capacityType(wish.spot() ? "SPOT" : "ON_DEMAND")
            .diskSize(wish.diskSizeGb())
            .labels(wish.labels())
            .taints(wish.taints().stream().map(NodeGroups::taint).toList())
            .scalingConfig(
                NodeGroupScalingConfigArgs.builder()
                    .desiredSize(wish.minNodes())
                    .minSize(wish.minNodes())
                    .maxSize(wish.maxNodes())
                    .build())
            .build(),
        // How many there are is an autoscaler's to say.
        place.with(before).ignoreChanges("scalingConfig.desiredSize").build());
  }

  private static NodeGroupTaintArgs taint(GroupWish.Taint taint) {
    return NodeGroupTaintArgs.builder()
        .key(taint.key())
        .value(taint.value())
        .effect(taint.effect())
        .build();
  }
}
