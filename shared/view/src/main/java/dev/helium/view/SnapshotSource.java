package dev.helium.view;

import dev.helium.wire.Snapshot;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;

/** Where a view that holds nothing can begin instead of at the beginning of the log. */
@FunctionalInterface
public interface SnapshotSource {
  /** What was kept of one partition of the log. */
  Future<Part> read(int partition);

  /** For a log of which nothing was kept. */
  static SnapshotSource none() {
    return partition -> Future.succeededFuture(new Part(0, List.of()));
  }

  /**
   * What the events of one partition came to.
   *
   * @param next the first offset whose event may not be part of it
   * @param workspaces with all events before {@code next}, and perhaps some after it, each folded
   *     in the order of the log
   */
  record Part(long next, Collection<Snapshot> workspaces) {
    public Part {
      workspaces = List.copyOf(workspaces);
    }
  }
}
