package dev.helium.watcher.folding;

import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;

/** What can be seen of workspaces now. For the thread of the turns. */
@FunctionalInterface
public interface Sights {
  Sight of(ClusterName cluster, WorkspaceId workspace);
}
