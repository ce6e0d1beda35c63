package dev.helium.backends.gcp_cluster_only;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.gcp.container.Cluster;
import com.pulumi.gcp.organizations.OrganizationsFunctions;
import com.pulumi.gcp.organizations.outputs.GetClientConfigResult;
import com.pulumi.resources.InvokeArgs;
import com.pulumi.resources.Resource;
import dev.helium.backends.Backend;
import dev.helium.backends.cloud.ClusterAccess;
import dev.helium.backends.cloud.ClusterAddress;
import dev.helium.backends.google.GooglePlace;
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
    GooglePlace place = GooglePlace.register(values, workspace);
    ClusterNetwork network = ClusterNetwork.register(place, values);
    NodeAccount nodes = NodeAccount.register(place);
    Cluster cluster = new GoogleCluster(place, values).register(network, nodes);
    List<Resource> pools =
        PoolWish.of(values).stream()
            .<Resource>map(wish -> NodePools.register(place, cluster, nodes, wish))
            .toList();
    ClusterAddress address =
        new ClusterAddress(
            Output.format("https://%s", cluster.endpoint()),
            cluster.masterAuth().applyValue(auth -> auth.clusterCaCertificate().orElseThrow()));
    context.export(Backend.CLUSTER, new ClusterAccess(address).register(token(place), pools));
    context.export("K8sNamespace", Output.of(workspace));
    context.export("K8s", Output.format(command(place), cluster.name()));
    context.export("WorkloadPool", Output.of(place.project() + ".svc.id.goog"));
    Beside.register(place, values).forEach(context::export);
  }

  /** With which whoever made the cluster may talk to it, for an hour. */
  private static Output<String> token(GooglePlace place) {
    return OrganizationsFunctions.getClientConfig(
            InvokeArgs.Empty, new InvokeOptions(null, place.provider(), null))
        .applyValue(GetClientConfigResult::accessToken)
        .asSecret();
  }

  private static String command(GooglePlace place) {
    return "gcloud container clusters get-credentials %s "
        + (place.location().equals(place.region()) ? "--region " : "--zone ")
        + place.location()
        + " --project "
        + place.project();
  }
}
