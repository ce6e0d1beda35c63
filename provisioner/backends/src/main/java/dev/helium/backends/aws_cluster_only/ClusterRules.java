package dev.helium.backends.aws_cluster_only;

import dev.helium.backends.Problem;
import dev.helium.backends.amazon.AmazonSignIn;
import dev.helium.backends.cloud.AddressRange;
import dev.helium.backends.cloud.AddressRules;
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
    List<Problem> problems = new ArrayList<>(AmazonSignIn.broken(values, environment));
    AddressRules rules = new AddressRules();
    rules.add("network.addresses", values.text("network.addresses"), 16, 20);
    problems.addAll(rules.problems());
    List<String> networks = values.words("authorizedNetworks");
    for (int index = 0; index < networks.size(); index++) {
      if (AddressRange.parse(networks.get(index)).isEmpty()) {
        problems.add(
            new Problem(
                "authorizedNetworks." + index,
                "must be a range of IPv4 addresses in CIDR form, such as 192.0.2.0/24"));
      }
    }
    boolean automatic = values.flag("infrastructure.autoprovisioning.enabled");
    pools(GroupWish.of(values), automatic, problems);
    return List.copyOf(problems);
  }

  private static void pools(List<GroupWish> pools, boolean automatic, List<Problem> problems) {
    Set<String> names = new HashSet<>();
    for (int index = 0; index < pools.size(); index++) {
      GroupWish pool = pools.get(index);
      String path = POOLS + "." + index;
      if (!names.add(pool.name())) {
        problems.add(new Problem(path + ".name", "must differ from those of other groups"));
      }
      if (pool.minNodes() > pool.maxNodes()) {
        problems.add(new Problem(path + ".minNodes", "must be at most maxNodes"));
      }
    }
    if (!automatic && pools.stream().allMatch(pool -> pool.isPicky() || pool.minNodes() == 0)) {
      problems.add(
          new Problem(
              POOLS,
              "must have one without taints and GPUs and with minNodes of at least 1 where no"
                  + " nodes are made for pods (autoprovisioning)"));
    }
  }
}
