package dev.helium.backends.aws_cluster_only;

import com.pulumi.aws.eks.Addon;
import com.pulumi.aws.eks.AddonArgs;
import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.ClusterArgs;
import com.pulumi.aws.eks.inputs.ClusterAccessConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterComputeConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterKubernetesNetworkConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterKubernetesNetworkConfigElasticLoadBalancingArgs;
import com.pulumi.aws.eks.inputs.ClusterStorageConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterStorageConfigBlockStorageArgs;
import com.pulumi.aws.eks.inputs.ClusterVpcConfigArgs;
import com.pulumi.aws.iam.OpenIdConnectProvider;
import com.pulumi.aws.iam.OpenIdConnectProviderArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.helium.backends.amazon.AmazonPlace;
import dev.helium.backends.amazon.Roles;
import dev.helium.backends.cloud.ShortName;
import dev.helium.backends.product.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cluster itself.
 *
 * @param nodes what nodes are to the cloud
 * @param identities by which accounts in the cluster can take on roles
 */
record AmazonCluster(Cluster cluster, Roles nodes, OpenIdConnectProvider identities) {
  private static final int LONGEST = 40;

  private static final List<String> CLUSTER_POLICIES =
      List.of(
          "AmazonEKSClusterPolicy",
          "AmazonEKSComputePolicy",
          "AmazonEKSBlockStoragePolicy",
          "AmazonEKSLoadBalancingPolicy",
          "AmazonEKSNetworkingPolicy");

  private static final List<String> NODE_POLICIES =
      List.of(
          "AmazonEKSWorkerNodePolicy",
          "AmazonEKS_CNI_Policy",
          "AmazonEC2ContainerRegistryReadOnly");

  static AmazonCluster register(AmazonPlace place, Values values, ClusterNetwork network) {
    Roles control = Roles.ofService(place, "control-plane", "eks.amazonaws.com", CLUSTER_POLICIES);
    Roles nodes = Roles.ofService(place, "nodes", "ec2.amazonaws.com", NODE_POLICIES);
    ClusterArgs.Builder arguments =
        ClusterArgs.builder()
            .roleArn(control.role().arn())
            .accessConfig(
                ClusterAccessConfigArgs.builder()
                    .authenticationMode("API_AND_CONFIG_MAP")
                    // Who makes it makes the account by which it is reached.
                    .bootstrapClusterCreatorAdminPermissions(true)
                    .build())
            .vpcConfig(vpc(values, network));
    if (values.has("version")) {
      arguments.version(values.text("version"));
    }
    boolean automatic = values.flag("infrastructure.autoprovisioning.enabled");
    automatic(arguments, automatic, nodes);
    List<Resource> before = new ArrayList<>(control.rights());
    before.addAll(nodes.rights());
    Cluster cluster =
        new Cluster(
            ShortName.of(place.workspace(), LONGEST),
            arguments.build(),
            place.with(before).build());
    if (automatic && !GroupWish.of(values).isEmpty()) {
      // Nodes of groups have nothing of what automatic ones bring along.
      for (String addon : List.of("vpc-cni", "kube-proxy", "coredns")) {
        Addon _ =
            new Addon(
                addon,
                AddonArgs.builder().clusterName(cluster.name()).addonName(addon).build(),
                place.with());
      }
    }
    return new AmazonCluster(cluster, nodes, identities(place, cluster));
  }

  private static ClusterVpcConfigArgs vpc(Values values, ClusterNetwork network) {
    ClusterVpcConfigArgs.Builder arguments =
        ClusterVpcConfigArgs.builder()
            .subnetIds(
                Output.all(
                    Stream.concat(network.inside().stream(), network.outside().stream())
                        .map(subnet -> subnet.id())
                        .toList()))
            .endpointPrivateAccess(true)
            .endpointPublicAccess(true);
    if (!values.words("authorizedNetworks").isEmpty()) {
      arguments.publicAccessCidrs(values.words("authorizedNetworks"));
    }
    return arguments.build();
  }

  /** All three are said, or none: the cloud takes no half of it. */
  private static void automatic(ClusterArgs.Builder arguments, boolean enabled, Roles nodes) {
    ClusterComputeConfigArgs.Builder compute = ClusterComputeConfigArgs.builder().enabled(enabled);
    if (enabled) {
      compute.nodePools("general-purpose", "system").nodeRoleArn(nodes.role().arn());
    }
    arguments
        .bootstrapSelfManagedAddons(!enabled)
        .computeConfig(compute.build())
        .kubernetesNetworkConfig(
            ClusterKubernetesNetworkConfigArgs.builder()
                .elasticLoadBalancing(
                    ClusterKubernetesNetworkConfigElasticLoadBalancingArgs.builder()
                        .enabled(enabled)
                        .build())
                .build())
        .storageConfig(
            ClusterStorageConfigArgs.builder()
                .blockStorage(
                    ClusterStorageConfigBlockStorageArgs.builder().enabled(enabled).build())
                .build());
  }

  private static OpenIdConnectProvider identities(AmazonPlace place, Cluster cluster) {
    return new OpenIdConnectProvider(
        "identities",
        OpenIdConnectProviderArgs.builder()
            .url(
                cluster
                    .identities()
                    .applyValue(all -> all.getFirst().oidcs().getFirst().issuer().orElseThrow()))
            .clientIdLists("sts.amazonaws.com")
            .build(),
        place.with());
  }
}
