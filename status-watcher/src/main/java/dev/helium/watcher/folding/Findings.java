package dev.helium.watcher.folding;

import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.judging.Finding;
import dev.helium.watcher.judging.ObjectKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The newest finding about every object, by workspace. Safe for use from any thread.
 *
 * <p>It holds one small record per labelled object of the cluster and nothing of the object itself.
 */
public final class Findings {
  private final Map<WorkspaceId, Map<ObjectKey, Finding>> byWorkspace = new HashMap<>();
  private final Map<ObjectKey, WorkspaceId> places = new HashMap<>();

  /** Returns the workspaces for which this is news; an object can move from one to another. */
  public synchronized Set<WorkspaceId> put(Finding finding) {
    WorkspaceId workspace = finding.tag().workspace();
    WorkspaceId before = places.put(finding.key(), workspace);
    Finding replaced =
        byWorkspace
            .computeIfAbsent(workspace, ignored -> new HashMap<>())
            .put(finding.key(), finding);
    if (before != null && !before.equals(workspace)) {
      take(before, finding.key());
      return Set.of(before, workspace);
    }
    return finding.equals(replaced) ? Set.of() : Set.of(workspace);
  }

  /** Returns the workspace for which this is news, if any. */
  public synchronized Set<WorkspaceId> remove(ObjectKey key) {
    WorkspaceId workspace = places.remove(key);
    if (workspace == null) {
      return Set.of();
    }
    take(workspace, key);
    return Set.of(workspace);
  }

  public synchronized List<Finding> of(WorkspaceId workspace) {
    return List.copyOf(byWorkspace.getOrDefault(workspace, Map.of()).values());
  }

  /** How many objects are known. */
  public synchronized int size() {
    return places.size();
  }

  private void take(WorkspaceId workspace, ObjectKey key) {
    Map<ObjectKey, Finding> rest = byWorkspace.get(workspace);
    rest.remove(key);
    if (rest.isEmpty()) {
      byWorkspace.remove(workspace);
    }
  }
}
