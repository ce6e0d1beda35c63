package dev.helium.watcher.folding;

import dev.helium.domain.ClusterName;
import dev.helium.domain.Readiness;
import dev.helium.domain.ReadinessCode;
import dev.helium.domain.Reason;
import java.time.Instant;
import java.util.List;

/** What is to be said of a workspace whose cluster shows nothing of it. */
public final class OutOfSight {
  private OutOfSight() {}

  /**
   * Since an instant nothing has been heard of the cluster.
   *
   * @param said what is said already; that the cluster cannot be reached is said once, by whoever
   *     noticed it first
   */
  public static Readiness lost(ClusterName cluster, Instant since, Readiness said) {
    Reason reason =
        reason(
            cluster,
            ReadinessCode.CLUSTER_UNREACHABLE,
            "it has not been heard of since %s; how the workspace is shows when it answers again"
                .formatted(since));
    return said instanceof Readiness.NotReady(List<Reason> reasons)
            && reasons.stream().anyMatch(reason::isSameTrouble)
        ? said
        : new Readiness.NotReady(List.of(reason));
  }

  /** There is no kubeconfig for the cluster. It may yet come, so that a person is not called. */
  public static Readiness noCluster(ClusterName cluster) {
    return new Readiness.NotReady(
        List.of(
            reason(
                cluster,
                ReadinessCode.CLUSTER_UNKNOWN,
                "no workspace of this name has made a cluster, or it is gone")));
  }

  private static Reason reason(ClusterName cluster, ReadinessCode code, String message) {
    return new Reason(code.kind(), "Cluster/" + cluster, code.word(), message);
  }
}
