package dev.helium.deletion.proof;

import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.util.Objects;

/**
 * One life of a workspace whose stack is empty.
 *
 * @param began when that life was created
 * @param destroyed when its stack was found empty
 */
public record Candidate(WorkspaceId workspace, int incarnation, Instant began, Instant destroyed) {
  public Candidate {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(began, "began");
    Objects.requireNonNull(destroyed, "destroyed");
  }
}
