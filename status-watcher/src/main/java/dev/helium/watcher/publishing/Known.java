package dev.helium.watcher.publishing;

import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import dev.helium.wire.EventEnvelope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What the log says of the workspaces of one partition, including what earlier watchers have said.
 * For one thread at a time.
 */
public final class Known {
  private final Map<WorkspaceId, Watched> workspaces = new HashMap<>();

  /** Begins with what is kept of a workspace instead of with its first event. */
  public void remember(WorkspaceView kept) {
    workspaces.put(kept.workspace().id(), Watched.of(kept));
  }

  /** Takes in an event; true when it changes what there is to say. */
  public boolean learn(EventRecord record) {
    return watched(record.workspace()).learn(record);
  }

  /** Takes in that the log has an event which cannot be read. */
  public void passOver(EventEnvelope unreadable) {
    watched(unreadable.workspace()).passOver(unreadable);
  }

  /** How far a workspace has come, as far as that is known. */
  Course course(WorkspaceId workspace) {
    return find(workspace).map(Watched::course).orElse(Course.NONE);
  }

  Optional<Watched> find(WorkspaceId workspace) {
    return Optional.ofNullable(workspaces.get(workspace));
  }

  void forEach(BiConsumer<WorkspaceId, Watched> action) {
    workspaces.forEach(action);
  }

  private Watched watched(WorkspaceId workspace) {
    return workspaces.computeIfAbsent(workspace, id -> Watched.unheardOf());
  }
}
