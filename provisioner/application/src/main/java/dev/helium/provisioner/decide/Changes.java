package dev.helium.provisioner.decide;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.PartitionLog.Stamped;
import dev.helium.log.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Events that are about to be appended together, and what they make of their workspaces. */
final class Changes {
  private final Map<WorkspaceId, Workspace> known;
  private final Map<WorkspaceId, Workspace> changed = new LinkedHashMap<>();
  private final List<Stamped> events = new ArrayList<>();

  Changes(Map<WorkspaceId, Workspace> known) {
    this.known = known;
  }

  /** As it will be after the events so far. */
  Workspace workspace(WorkspaceId id) {
    Workspace before = changed.get(id);
    return before != null ? before : known.getOrDefault(id, Workspace.absent(id));
  }

  void add(
      Workspace before, List<LifecycleEvent> following, CommandId cause, Instant now, Stamp stamp) {
    Workspace workspace = before;
    for (LifecycleEvent event : following) {
      EventRecord record =
          new EventRecord(
              workspace.id(),
              Source.PROVISIONER,
              workspace.sequence() + 1,
              new Cause.Commanded(cause),
              now,
              event);
      events.add(new Stamped(record, stamp));
      workspace = workspace.apply(record);
      changed.put(workspace.id(), workspace);
    }
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  List<Stamped> events() {
    return List.copyOf(events);
  }

  Map<WorkspaceId, Workspace> workspaces() {
    return Map.copyOf(changed);
  }

  /** The workspaces with an event of that kind, in the order of their first one. */
  List<Workspace> with(Predicate<LifecycleEvent> kind) {
    Set<WorkspaceId> ids = new LinkedHashSet<>();
    for (Stamped each : events) {
      if (each.record().event() instanceof LifecycleEvent event && kind.test(event)) {
        ids.add(each.record().workspace());
      }
    }
    return ids.stream().map(changed::get).toList();
  }
}
