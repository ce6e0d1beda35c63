package dev.helium.backends.gcp_cluster_only;

import dev.helium.backends.Problem;
import dev.helium.backends.cloud.AddressRange;
import dev.helium.backends.cloud.AddressRules;
import dev.helium.backends.google.GoogleSignIn;
import dev.helium.backends.product.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules between values of a cluster, which show before anybody is asked. */
final class ClusterRules {
  private static final String POOLS = "infrastructure.nodePools";

  private ClusterRules() {}

  static List<Problem> broken(Values values, Map<String, String> environment) {
    List<Problem> problems = new ArrayList<>(GoogleSignIn.broken(values, environment));
    zone(values, problems);
    addresses(values, problems);
    List<String> networks = values.words("authorizedNetworks");
    for (int index = 0; index < networks.size(); index++) {
      if (AddressRange.parse(networks.get(index)).isEmpty()) {
        problems.add(
            new Problem(
                "authorizedNetworks." + index,
                "must be a range of IPv4 addresses in CIDR form, such as 192.0.2.0/24"));
      }
    }
    pools(PoolWish.of(values), problems);
    return List.copyOf(problems);
  }

  private static void zone(Values values, List<Problem> problems) {
    String region = values.text("region");
    if (values.has("zone") && !values.text("zone").startsWith(region + "-")) {
      problems.add(new Problem("zone", "must be a zone of the region " + region));
    }
  }

  private static void addresses(Values values, List<Problem> problems) {
    AddressRules rules = new AddressRules();
    rules.add("network.nodes", values.text("network.nodes"), 16, 28);
    rules.add("network.pods", values.text("network.pods"), 9, 21);
    rules.add("network.services", values.text("network.services"), 16, 27);
    if (values.flag("privateNodes")) {
      rules.add("network.controlPlane", values.text("network.controlPlane"), 28, 28);
    }
    problems.addAll(rules.problems());
  }

  private static void pools(List<PoolWish> pools, List<Problem> problems) {
    Set<String> names = new HashSet<>();
    for (int index = 0; index < pools.size(); index++) {
      PoolWish pool = pools.get(index);
      String path = POOLS + "." + index;
      if (!names.add(pool.name())) {
        problems.add(new Problem(path + ".name", "must differ from those of other pools"));
      }
      if (pool.minNodes() > pool.maxNodes()) {
        problems.add(new Problem(path + ".minNodes", "must be at most maxNodes"));
      }
    }
    if (pools.stream().allMatch(PoolWish::isPicky)) {
      problems.add(
          new Problem(
              POOLS, "must have one without taints and GPUs, for what runs in every cluster"));
    }
  }
}
