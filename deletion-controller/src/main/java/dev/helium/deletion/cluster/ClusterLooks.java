package dev.helium.deletion.cluster;

import dev.helium.deletion.ledger.ClusterLook;
import dev.helium.domain.ClusterName;
import java.util.Map;
import java.util.TreeMap;

/** How each cluster that is known is looked through. For the thread of the turns only. */
public final class ClusterLooks {
  private final Map<ClusterName, ClusterLook> looks = new TreeMap<>();

  /** Of the default cluster alone, which is always known. */
  public ClusterLooks(ClusterLook ofDefault) {
    looks.put(ClusterName.DEFAULT, ofDefault);
  }

  /** Those of now. */
  public Map<ClusterName, ClusterLook> all() {
    return Map.copyOf(looks);
  }

  void put(ClusterName cluster, ClusterLook look) {
    looks.put(cluster, look);
  }

  void remove(ClusterName cluster) {
    looks.remove(cluster);
  }
}
