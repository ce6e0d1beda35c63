package dev.helium.backends.gcp_cluster_only;

import com.pulumi.gcp.compute.Network;
import com.pulumi.gcp.compute.NetworkArgs;
import com.pulumi.gcp.compute.Router;
import com.pulumi.gcp.compute.RouterArgs;
import com.pulumi.gcp.compute.RouterNat;
import com.pulumi.gcp.compute.RouterNatArgs;
import com.pulumi.gcp.compute.Subnetwork;
import com.pulumi.gcp.compute.SubnetworkArgs;
import com.pulumi.gcp.compute.inputs.SubnetworkSecondaryIpRangeArgs;
import dev.helium.backends.cloud.ShortName;
import dev.helium.backends.google.GooglePlace;
import dev.helium.backends.product.Values;

/** A network of its own, with a way out for nodes that have no addresses outside. */
record ClusterNetwork(Network network, Subnetwork subnetwork) {
  static final String PODS = "pods";
  static final String SERVICES = "services";

  private static final int LONGEST = 40;

  static ClusterNetwork register(GooglePlace place, Values values) {
    String name = ShortName.of(place.workspace(), LONGEST);
    Network network =
        new Network(name, NetworkArgs.builder().autoCreateSubnetworks(false).build(), place.with());
    Subnetwork subnetwork =
        new Subnetwork(
            name,
            SubnetworkArgs.builder()
                .network(network.id())
                .region(place.region())
                .ipCidrRange(values.text("network.nodes"))
                .privateIpGoogleAccess(true)
                .secondaryIpRanges(
                    range(PODS, values.text("network.pods")),
                    range(SERVICES, values.text("network.services")))
                .build(),
            place.with());
    if (values.flag("privateNodes")) {
      wayOut(place, name, network);
    }
    return new ClusterNetwork(network, subnetwork);
  }

  private static void wayOut(GooglePlace place, String name, Network network) {
    Router router =
        new Router(
            name,
            RouterArgs.builder().network(network.id()).region(place.region()).build(),
            place.with());
    RouterNat _ =
        new RouterNat(
            name,
            RouterNatArgs.builder()
                .router(router.name())
                .region(place.region())
                .natIpAllocateOption("AUTO_ONLY")
                .sourceSubnetworkIpRangesToNat("ALL_SUBNETWORKS_ALL_IP_RANGES")
                .build(),
            place.with());
  }

  private static SubnetworkSecondaryIpRangeArgs range(String name, String addresses) {
    return SubnetworkSecondaryIpRangeArgs.builder().rangeName(name).ipCidrRange(addresses).build();
  }
}
