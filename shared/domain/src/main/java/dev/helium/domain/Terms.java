package dev.helium.domain;

import java.time.Duration;
import java.util.Objects;

/**
 * What is settled about the end of a life beside its expiry.
 *
 * @param protection {@link Protection#NONE} when nobody protects it
 * @param announced how long before its present end that was announced last; zero before the first
 *     time
 * @param expired whether it was its expiry that ended it
 * @param clusterGone whether the cluster is known to be gone in which it is to be destroyed
 */
public record Terms(
    Protection protection, Duration announced, boolean expired, boolean clusterGone) {
  /** With which every life begins. */
  public static final Terms NONE = new Terms(Protection.NONE, Duration.ZERO, false);

  public Terms {
    Objects.requireNonNull(protection, "protection");
    Objects.requireNonNull(announced, "announced");
  }

  /** Where nothing is known of its cluster. */
  public Terms(Protection protection, Duration announced, boolean expired) {
    this(protection, announced, expired, false);
  }

  Terms with(Protection next) {
    return new Terms(next, announced, expired, clusterGone);
  }

  Terms withoutCluster() {
    return new Terms(protection, announced, expired, true);
  }

  Terms announced(Duration lead) {
    return new Terms(protection, lead, expired, clusterGone);
  }

  /**
   * Nothing protects what goes. Sweeping what was left does not change why it went, and a cluster
   * that is gone stays gone for this life.
   */
  Terms ending(DeletionReason reason) {
    return switch (reason) {
      case DeletionReason.Requested ignored -> asked();
      case DeletionReason.Expired ignored ->
          new Terms(Protection.NONE, announced, true, clusterGone);
      case DeletionReason.Drifted ignored -> asked();
      case DeletionReason.Swept ignored ->
          new Terms(Protection.NONE, announced, expired, clusterGone);
    };
  }

  private Terms asked() {
    return new Terms(Protection.NONE, Duration.ZERO, false, clusterGone);
  }
}
