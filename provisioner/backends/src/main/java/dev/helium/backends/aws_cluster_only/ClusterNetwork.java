package dev.helium.backends.aws_cluster_only;

import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.inputs.RouteTableRouteArgs;
import com.pulumi.resources.Resource;
import dev.helium.backends.amazon.AmazonPlace;
import dev.helium.backends.cloud.AddressRange;
import dev.helium.backends.product.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network of its own: in each zone a part for load balancers, which is reached from outside, and
 * one for nodes, which only gets out.
 */
final class ClusterNetwork {
  private static final String EVERYWHERE = "0.0.0.0/0";
  private static final int QUARTER = 2;
  private static final int SIXTEENTH = 4;

  private final AmazonPlace place;
  private final AddressRange addresses;
  private final Vpc vpc;
  private final List<Subnet> inside = new ArrayList<>();
  private final List<Subnet> outside = new ArrayList<>();
  private final List<Resource> ways = new ArrayList<>();

  private ClusterNetwork(AmazonPlace place, AddressRange addresses) {
    this.place = place;
    this.addresses = addresses;
    this.vpc =
        new Vpc(
            "network",
            VpcArgs.builder()
                .cidrBlock(addresses.toString())
                .enableDnsHostnames(true)
                .tags(Map.of("Name", place.workspace()))
                .build(),
            place.with());
  }

  static ClusterNetwork register(AmazonPlace place, Values values) {
    ClusterNetwork network =
        new ClusterNetwork(
            place, AddressRange.parse(values.text("network.addresses")).orElseThrow());
    network.zones(values.words("zones"));
    return network;
  }

  /** For nodes. */
  List<Subnet> inside() {
    return List.copyOf(inside);
  }

  /** For what is reached from outside. */
  List<Subnet> outside() {
    return List.copyOf(outside);
  }

  /** Without them nodes do not get out, and so never join. */
  List<Resource> ways() {
    return List.copyOf(ways);
  }

  private void zones(List<String> zones) {
    InternetGateway gateway =
        new InternetGateway(
            "gateway", InternetGatewayArgs.builder().vpcId(vpc.id()).build(), place.with());
    RouteTable out =
        table(
            "outside",
            RouteTableRouteArgs.builder().cidrBlock(EVERYWHERE).gatewayId(gateway.id()).build());
    for (int index = 0; index < zones.size(); index++) {
      outside.add(
          subnet("outside", zones.get(index), addresses.part(SIXTEENTH, index), "elb", out));
    }
    Eip address = new Eip("way-out", EipArgs.builder().domain("vpc").build(), place.with());
    NatGateway nat =
        new NatGateway(
            "way-out",
            NatGatewayArgs.builder()
                .allocationId(address.id())
                .subnetId(outside.getFirst().id())
                .build(),
            place.with(gateway));
    RouteTable through =
        table(
            "inside",
            RouteTableRouteArgs.builder().cidrBlock(EVERYWHERE).natGatewayId(nat.id()).build());
    for (int index = 0; index < zones.size(); index++) {
      inside.add(
          subnet(
              "inside",
              zones.get(index),
              addresses.part(QUARTER, index + 1),
              "internal-elb",
              through));
    }
  }

  private RouteTable table(String name, RouteTableRouteArgs route) {
    return new RouteTable(
        name, RouteTableArgs.builder().vpcId(vpc.id()).routes(route).build(), place.with());
  }

  private Subnet subnet(
      String kind, String zone, AddressRange range, String balancers, RouteTable table) {
    String name = kind + "-" + zone;
    Subnet subnet =
        new Subnet(
            name,
            SubnetArgs.builder()
                .vpcId(vpc.id())
                .cidrBlock(range.toString())
                .availabilityZone(place.region() + zone)
                .mapPublicIpOnLaunch(kind.equals("outside"))
                // By which load balancers find their place.
                .tags(Map.of("kubernetes.io/role/" + balancers, "1"))
                .build(),
            place.with());
    ways.add(
        new RouteTableAssociation(
            name,
            RouteTableAssociationArgs.builder()
                .subnetId(subnet.id())
                .routeTableId(table.id())
                .build(),
            place.with()));
    return subnet;
  }
}
