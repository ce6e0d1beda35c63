package dev.helium.log;

import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Snapshot;
import dev.helium.wire.TraceParent;
import java.util.Map;

/**
 * What one partition's events came to, so that only those after it have to be read.
 *
 * @param fence the number of the newest ownership; 0 before the first
 * @param next the first offset of the events that may not be part of it
 * @param decided where the newest decided command stands; -1 when none was decided
 * @param workspaces with at least all events before {@code next}; when written, only those that
 *     have changed since the snapshot before
 * @param traces of those that are part of one: the span that what is under way follows from
 */
public record PartitionSnapshot(
    long fence,
    long next,
    long decided,
    Map<WorkspaceId, Snapshot> workspaces,
    Map<WorkspaceId, TraceParent> traces) {
  /** Of a partition that nobody has ever owned. */
  public static final PartitionSnapshot NONE =
      new PartitionSnapshot(0, 0, Stamp.NO_COMMAND, Map.of());

  public PartitionSnapshot {
    workspaces = Map.copyOf(workspaces);
    traces = Map.copyOf(traces);
  }

  /** Of workspaces that are part of no trace. */
  public PartitionSnapshot(
      long fence, long next, long decided, Map<WorkspaceId, Snapshot> workspaces) {
    this(fence, next, decided, workspaces, Map.of());
  }

  /** The same under another ownership, with no workspace to write. */
  public PartitionSnapshot under(long newFence) {
    return new PartitionSnapshot(newFence, next, decided, Map.of());
  }
}
