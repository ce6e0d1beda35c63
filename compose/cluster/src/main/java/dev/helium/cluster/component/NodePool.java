package dev.helium.cluster.component;

/**
 * The nodes of a cluster, each of the same finite size, so that what does not fit is really
 * refused.
 *
 * @param count 1 to 250
 * @param cpu a Kubernetes quantity of processors for one node
 * @param memory a Kubernetes quantity of bytes for one node
 * @param pods how many pods one node takes
 */
public record NodePool(int count, String cpu, String memory, int pods) {

  private static final int LARGEST_COUNT = 250;

  public NodePool {
    if (count < 1 || count > LARGEST_COUNT) {
      throw new ClusterException("A cluster has 1 to %d nodes.".formatted(LARGEST_COUNT));
    }
    if (pods < 1) {
      throw new ClusterException("A node takes at least one pod.");
    }
  }

  /** Three nodes of 16 processors, 64 GiB and 110 pods, which is what a small real cluster has. */
  public static NodePool standard() {
    return new NodePool(3, "16", "64Gi", 110);
  }
}
