package dev.helium.backends.gcp_cluster_only;

import com.pulumi.gcp.container.Cluster;
import com.pulumi.gcp.container.ClusterArgs;
import com.pulumi.gcp.container.inputs.ClusterClusterAutoscalingArgs;
import com.pulumi.gcp.container.inputs.ClusterClusterAutoscalingAutoProvisioningDefaultsArgs;
import com.pulumi.gcp.container.inputs.ClusterClusterAutoscalingResourceLimitArgs;
import com.pulumi.gcp.container.inputs.ClusterIpAllocationPolicyArgs;
import com.pulumi.gcp.container.inputs.ClusterMasterAuthorizedNetworksConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterMasterAuthorizedNetworksConfigCidrBlockArgs;
import com.pulumi.gcp.container.inputs.ClusterPrivateClusterConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterReleaseChannelArgs;
import com.pulumi.gcp.container.inputs.ClusterWorkloadIdentityConfigArgs;
import com.pulumi.resources.Resource;
import dev.helium.backends.cloud.ShortName;
import dev.helium.backends.google.GooglePlace;
import dev.helium.backends.product.Values;
import java.util.ArrayList;
import java.util.List;

/** The cluster itself, without nodes: they come in pools, which change without it. */
final class GoogleCluster {
  /** Names of clusters have at most 40 characters, eight of which the provider adds. */
  private static final int LONGEST = 32;

  private final GooglePlace place;
  private final Values values;

  GoogleCluster(GooglePlace place, Values values) {
    this.place = place;
    this.values = values;
  }

  Cluster register(ClusterNetwork network, NodeAccount nodes) {
    ClusterArgs.Builder arguments =
        ClusterArgs.builder()
            .location(place.location())
            .network(network.network().id())
            .subnetwork(network.subnetwork().id())
            .resourceLabels(place.labels())
            .removeDefaultNodePool(true)
            .initialNodeCount(1)
            // Helium decides when it goes.
            .deletionProtection(false)
            .releaseChannel(
                ClusterReleaseChannelArgs.builder().channel(values.text("channel")).build())
            .ipAllocationPolicy(
                ClusterIpAllocationPolicyArgs.builder()
                    .clusterSecondaryRangeName(ClusterNetwork.PODS)
                    .servicesSecondaryRangeName(ClusterNetwork.SERVICES)
                    .build())
            .workloadIdentityConfig(
                ClusterWorkloadIdentityConfigArgs.builder()
                    .workloadPool(place.project() + ".svc.id.goog")
                    .build())
            .clusterAutoscaling(autoprovisioning(nodes));
    if (values.has("version")) {
      arguments.minMasterVersion(values.text("version"));
    }
    if (values.flag("privateNodes")) {
      arguments.privateClusterConfig(
          ClusterPrivateClusterConfigArgs.builder()
              .enablePrivateNodes(true)
              .enablePrivateEndpoint(false)
              .masterIpv4CidrBlock(values.text("network.controlPlane"))
              .build());
    }
    if (!values.words("authorizedNetworks").isEmpty()) {
      arguments.masterAuthorizedNetworksConfig(authorized());
    }
    return new Cluster(
        ShortName.of(place.workspace(), LONGEST),
        arguments.build(),
        place.with(nodes.rights().toArray(Resource[]::new)));
  }

  private ClusterMasterAuthorizedNetworksConfigArgs authorized() {
    return ClusterMasterAuthorizedNetworksConfigArgs.builder()
        .cidrBlocks(
            values.words("authorizedNetworks").stream()
                .map(
                    range ->
                        ClusterMasterAuthorizedNetworksConfigCidrBlockArgs.builder()
                            .cidrBlock(range)
                            .build())
                .toList())
        .build();
  }

  private ClusterClusterAutoscalingArgs autoprovisioning(NodeAccount nodes) {
    Values wish = values.at("infrastructure.autoprovisioning");
    if (!wish.flag("enabled")) {
      return ClusterClusterAutoscalingArgs.builder().enabled(false).build();
    }
    List<ClusterClusterAutoscalingResourceLimitArgs> limits = new ArrayList<>();
    limits.add(limit("cpu", wish.number("maxCpu")));
    limits.add(limit("memory", wish.number("maxMemoryGb")));
    wish.at("gpus")
        .tree()
        .keySet()
        .forEach(kind -> limits.add(limit(kind, wish.number("gpus." + kind))));
    return ClusterClusterAutoscalingArgs.builder()
        .enabled(true)
        .resourceLimits(limits)
        .autoProvisioningDefaults(
            ClusterClusterAutoscalingAutoProvisioningDefaultsArgs.builder()
                .serviceAccount(nodes.account().email())
                .oauthScopes(NodeAccount.SCOPE)
                .build())
        .build();
  }

  private static ClusterClusterAutoscalingResourceLimitArgs limit(String resource, int most) {
    return ClusterClusterAutoscalingResourceLimitArgs.builder()
        .resourceType(resource)
        .maximum(most)
        .build();
  }
}
