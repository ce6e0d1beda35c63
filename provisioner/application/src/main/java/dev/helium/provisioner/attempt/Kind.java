package dev.helium.provisioner.attempt;

import dev.helium.domain.ClusterName;
import dev.helium.provisioner.metrics.Direction;

/**
 * Jobs that are alike, as far as {@link Slots} are shared.
 *
 * @param cluster in which their workspaces live
 */
record Kind(Direction direction, ClusterName cluster) {
  static Kind of(Job job) {
    return new Kind(job.direction(), ClusterName.of(job.workspace().spec()));
  }
}
