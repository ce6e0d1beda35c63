package dev.helium.watcher.publishing;

import dev.helium.domain.WorkspaceId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The workspaces to look at again, in the order in which they were marked. Safe for use from any
 * thread.
 *
 * <p>A workspace is in it once however often it is marked, so it never holds more than there are
 * workspaces.
 */
final class Marks {
  /**
   * A workspace to look at.
   *
   * @param since when it was first marked, in the clock's nanoseconds
   */
  record Mark(WorkspaceId workspace, long since) {}

  private final Map<WorkspaceId, Long> marked = new LinkedHashMap<>();
  private final LongSupplier nanoseconds;

  Marks(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  synchronized void add(WorkspaceId workspace) {
    marked.putIfAbsent(workspace, nanoseconds.getAsLong());
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
