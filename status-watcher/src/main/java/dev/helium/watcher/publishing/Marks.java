package dev.helium.watcher.publishing;

import dev.helium.domain.WorkspaceId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The workspaces to look at again, in the order in which they were marked. Safe for use from any
 * thread.
 *
 * <p>A workspace is in it once however often it is marked, so it never holds more than there are
 * workspaces. One that is put off stays marked since its first mark when it is marked again: all of
 * its waiting counts.
 */
final class Marks {
  /**
   * A workspace to look at.
   *
   * @param since when it was first marked, in the clock's nanoseconds
   */
  record Mark(WorkspaceId workspace, long since) {}

  private final Map<WorkspaceId, Long> marked = new LinkedHashMap<>();
  private final Map<WorkspaceId, Long> later = new HashMap<>();
  private final LongSupplier nanoseconds;

  Marks(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  synchronized void add(WorkspaceId workspace) {
    long since = Objects.requireNonNullElseGet(later.remove(workspace), nanoseconds::getAsLong);
    marked.merge(workspace, since, Long::min);
  }

  /** Keeps since when a workspace waits that cannot be looked at yet, until it is marked again. */
  synchronized void putOff(Mark mark) {
    later.put(mark.workspace(), mark.since());
  }

  /** Forgets what was put off of a workspace that is somebody else's to look at. */
  synchronized void forget(WorkspaceId workspace) {
    later.remove(workspace);
  }

  synchronized Optional<Mark> take() {
    Iterator<Map.Entry<WorkspaceId, Long>> entries = marked.entrySet().iterator();
    if (!entries.hasNext()) {
      return Optional.empty();
    }
    Map.Entry<WorkspaceId, Long> first = entries.next();
    entries.remove();
    return Optional.of(new Mark(first.getKey(), first.getValue()));
  }

  synchronized int size() {
    return marked.size();
  }
}
