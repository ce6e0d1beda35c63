package dev.helium.watcher.cluster;

import dev.helium.domain.ClusterName;
import dev.helium.service.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an operator is told of clusters. This process is ready without a further cluster: its
 * workspaces say themselves that it is away, and a restart would not bring it back.
 */
final class ClusterHealth {
  static final String DEFAULT = "cluster is watched";
  static final String FURTHER = "further clusters are watched";

  /** Clusters that are named; more are counted. */
  private static final int MOST = 10;

  private final Health health;
  private String folder = "";

  ClusterHealth(Health health) {
    this.health = health;
    health.expect(DEFAULT);
  }

  void folderIsRead() {
    folder = "";
  }

  void folderIsNotRead(String why) {
    folder = why;
  }

  void show(Map<ClusterName, FollowedCluster> clusters) {
    List<String> away = new ArrayList<>();
    if (!folder.isEmpty()) {
      away.add(folder);
    }
    clusters.forEach(
        (name, cluster) -> {
          String trouble = cluster.trouble();
          if (name.isDefault()) {
            showDefault(cluster, trouble);
          } else if (!trouble.isEmpty()) {
            away.add(name + " is " + trouble);
          }
        });
    showFurther(away);
  }

  private void showDefault(FollowedCluster cluster, String trouble) {
    if (cluster.state() == ClusterState.WATCHED) {
      health.ready(DEFAULT);
    } else {
      health.notReady(DEFAULT, trouble);
    }
  }

  private void showFurther(List<String> away) {
    if (away.isEmpty()) {
      health.ready(FURTHER);
      return;
    }
    int more = away.size() - MOST;
    health.readyBut(
        FURTHER,
        String.join("; ", away.subList(0, Math.min(MOST, away.size())))
            + (more > 0 ? "; and " + more + " more" : ""));
  }
}
