package dev.helium.gateway.workspaces;

import dev.helium.domain.WorkspaceId;
import io.vertx.ext.web.RoutingContext;

/** The workspace that a path names. */
public final class PathId {
  private PathId() {}

  /** A text that cannot be a name names no workspace, which is the same problem. */
  public static WorkspaceId of(RoutingContext context) {
    try {
      return new WorkspaceId(context.pathParam("id"));
    } catch (IllegalArgumentException notAName) {
      throw Refusals.unknown().exception();
    }
  }
}
