package dev.helium.watcher.sharing;

import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Event.ObservationEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Readiness;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import dev.helium.wire.TraceParent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest change of each workspace that is part of a trace, as the log says it. Safe for use
 * from any thread.
 */
public final class Changes {
  private final Map<WorkspaceId, Changed> changes = new ConcurrentHashMap<>();

  /**
   * Takes in an event of the log.
   *
   * @param trace the span that it follows from
   */
  public void learn(EventRecord record, TraceParent trace) {
    WorkspaceId workspace = record.workspace();
    switch (record.event()) {
      case Event.Provisioned ignored when !trace.isNone() ->
          changes.compute(
              workspace,
              (id, before) -> new Changed(trace, record.time(), before != null && before.ready()));
      case Event.Provisioned ignored -> changes.remove(workspace);
      case Event.DeletionRequested ignored -> changes.remove(workspace);
      case LifecycleEvent ignored -> {
        // It changes nothing in the cluster, or is not over yet.
      }
      case ObservationEvent event ->
          changes.computeIfPresent(workspace, (id, changed) -> changed.after(event, record.time()));
    }
  }

  /** Begins with what is kept of a workspace instead of with its first event. */
  void remember(WorkspaceView kept, TraceParent trace) {
    if (!trace.isNone() && kept.workspace().lifecycle() instanceof Lifecycle.Provisioned) {
      changes.put(
          kept.workspace().id(),
          new Changed(trace, kept.changedAt(), kept.readiness() instanceof Readiness.Ready));
    }
  }

  Changed of(WorkspaceId workspace) {
    return changes.getOrDefault(workspace, Changed.UNTRACED);
  }
}
