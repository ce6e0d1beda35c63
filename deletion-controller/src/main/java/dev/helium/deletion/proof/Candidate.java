package dev.helium.deletion.proof;

import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.util.Objects;

/**
 * One life of a workspace whose stack is empty.
 *
 * @param began when that life was created
 * @param destroyed when its stack was found empty
 * @param requested when its deletion was decided; {@link Instant#EPOCH} when that is not known
 * @param cluster in which it lived
 */
public record Candidate(
    WorkspaceId workspace,
    int incarnation,
    Instant began,
    Instant destroyed,
    Instant requested,
    ClusterName cluster) {
  /** One of the default cluster of which it is not known when its deletion was decided. */
  public Candidate(WorkspaceId workspace, int incarnation, Instant began, Instant destroyed) {
    this(workspace, incarnation, began, destroyed, Instant.EPOCH, ClusterName.DEFAULT);
  }

  static Candidate of(WorkspaceId workspace, Tenure tenure) {
    return new Candidate(
        workspace,
        tenure.incarnation(),
        tenure.began(),
        tenure.destroyed(),
        tenure.leaving().requested(),
        tenure.cluster());
  }

  public Candidate {
    Objects.requireNonNull(requested, "requested");
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(began, "began");
    Objects.requireNonNull(destroyed, "destroyed");
  }
}
