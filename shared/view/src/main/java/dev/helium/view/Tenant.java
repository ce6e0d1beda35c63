package dev.helium.view;

import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.util.Objects;

/**
 * A workspace that lives in the cluster which another one made.
 *
 * @param endsAt its expiry, or the end of its protection where that is later; in milliseconds
 */
public record Tenant(WorkspaceId workspace, Instant endsAt) {
  public Tenant {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(endsAt, "endsAt");
  }
}
