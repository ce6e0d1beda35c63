package dev.helium.provisioner.decide;

import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.Stamp;
import dev.helium.wire.TraceParent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The trails of workspaces; those that have none take no room. Safe for use from any thread. */
final class Trails {
  private final Map<WorkspaceId, Trail> trails = new ConcurrentHashMap<>();

  /** Begins with what is kept: the spans that called for what is under way. */
  Trails(Map<WorkspaceId, TraceParent> kept) {
    kept.forEach((id, trace) -> trails.put(id, new Trail(trace, TraceParent.NONE)));
  }

  /** Begins where others are. */
  Trails(Trails others) {
    trails.putAll(others.trails);
  }

  Trail of(WorkspaceId workspace) {
    return trails.getOrDefault(workspace, Trail.NONE);
  }

  void take(EventRecord record, Stamp stamp) {
    if (!(record.event() instanceof LifecycleEvent event)) {
      return;
    }
    WorkspaceId id = record.workspace();
    Trail before = of(id);
    Trail after = event instanceof Event.Deleted ? Trail.NONE : before.after(event, stamp);
    if (after.equals(Trail.NONE)) {
      trails.remove(id);
    } else if (!after.equals(before)) {
      trails.put(id, after);
    }
  }

  /** What is to be kept of some workspaces. */
  Map<WorkspaceId, TraceParent> kept(Collection<WorkspaceId> workspaces) {
    Map<WorkspaceId, TraceParent> kept = new HashMap<>();
    for (WorkspaceId id : workspaces) {
      TraceParent decision = of(id).decision();
      if (!decision.isNone()) {
        kept.put(id, decision);
      }
    }
    return kept;
  }
}
