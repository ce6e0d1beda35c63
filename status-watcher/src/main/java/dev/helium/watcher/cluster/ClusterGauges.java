package dev.helium.watcher.cluster;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** What is measured of clusters: counts, as their names are names of workspaces. */
final class ClusterGauges {
  private volatile Map<ClusterState, Integer> clusters = Map.of();
  private volatile int objects;

  ClusterGauges(MeterRegistry meters) {
    Gauge.builder("helium.watcher.objects", () -> objects)
        .description("Objects of workspaces seen")
        .register(meters);
    for (ClusterState state : ClusterState.values()) {
      Gauge.builder("helium.watcher.clusters", () -> clusters.getOrDefault(state, 0))
          .description("Clusters that are followed, by how they are connected")
          .tag("state", state.word())
          .register(meters);
    }
  }

  void show(Collection<FollowedCluster> followed) {
    Map<ClusterState, Integer> counts = new EnumMap<>(ClusterState.class);
    followed.forEach(cluster -> counts.merge(cluster.state(), 1, Integer::sum));
    clusters = Map.copyOf(counts);
    objects = followed.stream().mapToInt(FollowedCluster::size).sum();
  }
}
