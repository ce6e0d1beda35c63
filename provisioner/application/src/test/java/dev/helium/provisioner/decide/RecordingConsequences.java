package dev.helium.provisioner.decide;

import dev.helium.domain.Command;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what would have to be done, and does nothing. */
final class RecordingConsequences implements Consequences {
  private final Map<WorkspaceId, Workspace> due = new ConcurrentHashMap<>();
  private volatile boolean full;

  Map<WorkspaceId, Workspace> due() {
    return Map.copyOf(due);
  }

  void refuseToKeep() {
    full = true;
  }

  void keepAgain() {
    full = false;
  }

  @Override
  public void before(Command command, long offset, List<LifecycleEvent> events) {
    if (full) {
      throw new IllegalStateException("nothing can be kept");
    }
  }

  @Override
  public void of(Workspace workspace, Owner owner) {
    due.put(workspace.id(), workspace);
  }

  @Override
  public void forget(WorkspaceId workspace, Owner owner) {
    due.remove(workspace);
  }
}
