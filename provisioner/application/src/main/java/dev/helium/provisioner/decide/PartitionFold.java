package dev.helium.provisioner.decide;

import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.Delivery;
import dev.helium.log.PartitionSnapshot;
import dev.helium.log.Stamp;
import dev.helium.log.Unreadable;
import dev.helium.wire.EventEnvelope;
import dev.helium.wire.Snapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the events of a partition come to, as far as they have been read. */
final class PartitionFold {
  private final Map<WorkspaceId, Snapshot> workspaces;
  private final Trails trails;
  private final Set<WorkspaceId> changed = new HashSet<>();
  private long fence;
  private long next;
  private long decided;
  private int read;

  PartitionFold(PartitionSnapshot snapshot) {
    this.workspaces = new HashMap<>(snapshot.workspaces());
    this.trails = new Trails(snapshot.traces());
    this.fence = snapshot.fence();
    this.next = snapshot.next();
    this.decided = snapshot.decided();
  }

  void take(Delivery delivery) {
    WorkspaceId id = delivery.record().workspace();
    workspaces.compute(
        id,
        (name, known) ->
            (known == null ? Snapshot.absent(name) : known)
                .apply(delivery.record(), delivery.offset()));
    changed.add(id);
    trails.take(delivery.record(), delivery.stamp());
    fence = Math.max(fence, delivery.stamp().fence());
    decided = Math.max(decided, delivery.stamp().commandOffset());
    next = delivery.offset() + 1;
    read++;
  }

  /**
   * Takes note of an event that cannot be read. Its number is not used again, and the command that
   * it decided is not decided again; what it says is lost until a reader comes that can read it.
   */
  void passOver(Unreadable unreadable) {
    unreadable.envelope().ifPresent(envelope -> passOver(unreadable, envelope));
    next = unreadable.place().offset() + 1;
    read++;
  }

  private void passOver(Unreadable unreadable, EventEnvelope envelope) {
    WorkspaceId id = envelope.workspace();
    Snapshot before = workspaces.getOrDefault(id, Snapshot.absent(id));
    Snapshot after = before.passOver(envelope, unreadable.place().offset());
    if (after.equals(before)) {
      return;
    }
    workspaces.put(id, after);
    changed.add(id);
    Stamp stamp = unreadable.stamp();
    fence = Math.max(fence, stamp.fence());
    decided = Math.max(decided, stamp.commandOffset());
  }

  /** How many events have been read since the beginning or the snapshot begun with. */
  int read() {
    return read;
  }

  /** The number of the newest ownership that has left a trace. */
  long fence() {
    return fence;
  }

  /** The offset to go on reading from. */
  long next() {
    return next;
  }

  /** Where the newest decided command stands. */
  long decided() {
    return decided;
  }

  Map<WorkspaceId, Workspace> workspaces() {
    Map<WorkspaceId, Workspace> folded = new HashMap<>();
    workspaces.forEach((id, snapshot) -> folded.put(id, snapshot.view().workspace()));
    return folded;
  }

  Trails trails() {
    return trails;
  }

  /** All that has changed since the last time this was asked for. */
  PartitionSnapshot snapshot(long under) {
    Map<WorkspaceId, Snapshot> parts = new HashMap<>();
    changed.forEach(id -> parts.put(id, workspaces.get(id)));
    changed.clear();
    return new PartitionSnapshot(under, next, decided, parts, trails.kept(parts.keySet()));
  }
}
