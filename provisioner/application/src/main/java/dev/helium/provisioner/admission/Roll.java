package dev.helium.provisioner.admission;

import dev.helium.domain.Decision;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Source;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.Delivery;
import dev.helium.log.PartitionSnapshot;
import dev.helium.log.Unreadable;
import dev.helium.wire.EventEnvelope;
import dev.helium.wire.Snapshot;
import dev.helium.wire.Topics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Every workspace as its events say, by owner, and how far commands have been decided. Events may
 * come again, also while others are read. Safe for any thread.
 */
final class Roll {
  private final Map<WorkspaceId, Workspace> workspaces = new HashMap<>();
  private final Map<String, Set<WorkspaceId>> existing = new HashMap<>();
  private final long[] decided = new long[Topics.PARTITIONS];

  Roll() {
    Arrays.fill(decided, PartitionSnapshot.NONE.decided());
  }

  /**
   * What is known of an owner at one moment.
   *
   * @param existing its workspaces that are there, or are being swept
   * @param decided where the newest command stands whose events are known, by partition
   */
  record Known(List<Workspace> existing, Map<Integer, Long> decided) {
    Known {
      existing = List.copyOf(existing);
      decided = Map.copyOf(decided);
    }
  }

  /** A workspace of which something was decided, and whose it was and is. */
  record Moved(WorkspaceId workspace, Set<String> owners) {
    Moved {
      owners = Set.copyOf(owners);
    }
  }

  synchronized void include(int partition, PartitionSnapshot snapshot) {
    snapshot.workspaces().values().stream()
        .map(Snapshot::view)
        .forEach(view -> put(workspace(view.workspace().id()), view.workspace()));
    decided[partition] = Math.max(decided[partition], snapshot.decided());
  }

  /** Empty when nothing was decided by the event, or that was known. */
  synchronized Optional<Moved> take(Delivery delivery) {
    if (!(delivery.record().event() instanceof LifecycleEvent event)) {
      return Optional.empty();
    }
    Workspace before = workspace(delivery.record().workspace());
    Workspace after = before.apply(delivery.record());
    int partition = delivery.partition();
    boolean isNew = after.sequence() > before.sequence();
    put(before, after);
    decided[partition] = Math.max(decided[partition], delivery.stamp().commandOffset());
    return isNew && Decision.of(event).isPresent()
        ? Optional.of(
            new Moved(after.id(), Set.copyOf(List.of(before.createdBy(), after.createdBy()))))
        : Optional.empty();
  }

  /** Counts an event that cannot be read. That a command was decided by it is not believed. */
  void passOver(Unreadable unreadable) {
    unreadable
        .envelope()
        .filter(envelope -> envelope.source() == Source.PROVISIONER)
        .ifPresent(this::passOver);
  }

  private synchronized void passOver(EventEnvelope envelope) {
    Workspace before = workspace(envelope.workspace());
    put(before, before.passOver(envelope.sequence()));
  }

  synchronized Workspace workspace(WorkspaceId id) {
    return workspaces.getOrDefault(id, Workspace.absent(id));
  }

  synchronized Known known(String owner) {
    Map<Integer, Long> newest = new TreeMap<>();
    for (int partition = 0; partition < decided.length; partition++) {
      newest.put(partition, decided[partition]);
    }
    return new Known(
        existing.getOrDefault(owner, Set.of()).stream().map(workspaces::get).toList(), newest);
  }

  /** The names of all workspaces that are there, by owner. */
  synchronized Map<String, Set<WorkspaceId>> owners() {
    return existing.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> Set.copyOf(each.getValue())));
  }

  private void put(Workspace before, Workspace after) {
    workspaces.put(after.id(), after);
    if (before.exists()) {
      Set<WorkspaceId> own = existing.get(before.createdBy());
      own.remove(before.id());
      if (own.isEmpty()) {
        existing.remove(before.createdBy());
      }
    }
    if (after.exists()) {
      existing.computeIfAbsent(after.createdBy(), ignored -> new HashSet<>()).add(after.id());
    }
  }
}
