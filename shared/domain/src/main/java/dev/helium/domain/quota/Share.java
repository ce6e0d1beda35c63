package dev.helium.domain.quota;

import dev.helium.domain.WorkspaceId;
import java.util.Objects;

/** How much of a resource a workspace takes, in the resource's unit. */
public record Share(WorkspaceId workspace, long amount) {
  public Share {
    Objects.requireNonNull(workspace, "workspace");
  }
}
