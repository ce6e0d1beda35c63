package dev.helium.backends.aws_cluster_only;

import com.pulumi.Context;
import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.EksFunctions;
import com.pulumi.aws.eks.inputs.GetClusterAuthArgs;
import com.pulumi.aws.eks.outputs.GetClusterAuthResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.Resource;
import dev.helium.backends.Backend;
import dev.helium.backends.amazon.AmazonPlace;
import dev.helium.backends.cloud.ClusterAccess;
import dev.helium.backends.cloud.ClusterAddress;
import dev.helium.backends.product.Values;
import java.util.List;

/** Registers all that belongs to a cluster, and puts out what others need of it. */
final class ClusterProgram {
  private final Values values;
  private final String workspace;

  ClusterProgram(Values values, String workspace) {
    this.values = values;
    this.workspace = workspace;
  }

  void run(Context context) {
    AmazonPlace place = AmazonPlace.register(values, workspace);
    ClusterNetwork network = ClusterNetwork.register(place, values);
    AmazonCluster made = AmazonCluster.register(place, values, network);
    Cluster cluster = made.cluster();
    List<Resource> after =
        GroupWish.of(values).stream()
            .<Resource>map(wish -> NodeGroups.register(place, made, network, wish))
            .toList();
    boolean automatic = values.flag("infrastructure.autoprovisioning.enabled");
    if (!automatic) {
      Volumes.driver(place, made, after);
    }
    ClusterAddress address =
        new ClusterAddress(
            cluster.endpoint(),
            cluster.certificateAuthority().applyValue(authority -> authority.data().orElseThrow()));
    context.export(
        Backend.CLUSTER,
        new ClusterAccess(address)
            .register(token(place, cluster), after, Volumes.standard(automatic)));
    context.export("K8sNamespace", Output.of(workspace));
    context.export(
        "K8s",
        Output.format(
            "aws eks update-kubeconfig --name %s --region " + place.region(), cluster.name()));
    context.export("IdentityProvider", made.identities().arn());
    Beside.register(place, values).forEach(context::export);
  }

  /** With which whoever made the cluster may talk to it, for a quarter of an hour. */
  private static Output<String> token(AmazonPlace place, Cluster cluster) {
    return EksFunctions.getClusterAuth(
            GetClusterAuthArgs.builder().name(cluster.name()).build(),
            new InvokeOptions(null, place.provider(), null))
        .applyValue(GetClusterAuthResult::token)
        .asSecret();
  }
}
