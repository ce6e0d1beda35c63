package dev.helium.view;

import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import dev.helium.wire.Snapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Folds events into views, in the order of the log, and writes the views first and then the
 * offsets: one that dies in between repeats and skips nothing.
 *
 * <p>Blocks. Used by one thread at a time.
 */
final class Folding {
  /** Of views held while the log is being caught up with; beyond it they are written. */
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  /** Of views held to be ready for their next event. */
  private static final long MOST_BYTES_AFTERWARDS = 4L * 1024 * 1024;

  /** Notes on keys that are held at most. */
  private static final int MOST_NOTES = 10_000;

  private final Cluster cluster;
  private final Set<Integer> doubted;
  private final long mostBytes;
  private final WorkingSet views = new WorkingSet();
  private final KeyNotes keys = new KeyNotes();
  private final RunNotes runs = new RunNotes();
  private final Map<WorkspaceId, Long> held;
  private final Map<Integer, Long> next = new TreeMap<>();
  private boolean caughtUp;

  Folding(Cluster cluster, Beginning beginning) {
    this(cluster, beginning, MOST_BYTES);
  }

  /**
   * @param mostBytes of views held while the log is being caught up with
   */
  Folding(Cluster cluster, Beginning beginning, long mostBytes) {
    this.cluster = cluster;
    this.doubted = beginning.doubted();
    this.mostBytes = mostBytes;
    this.held = new HashMap<>(beginning.held());
  }

  /**
   * Returns when the events are folded in.
   *
   * @param live whether the log was caught up with: then every event is written at once, and one
   *     that is missing is missing from the map and not from the log
   * @param write whether everything is to be written in any case
   * @throws GapException when events are missing and that is not because the log lacks them
   */
  void take(List<ProjectedEvent> batch, boolean live, boolean write) {
    if (live && !caughtUp) {
      caughtUp = true;
      held.clear();
    }
    load(batch);
    batch.forEach(this::fold);
    if (live || write || views.bytes() > mostBytes || keys.size() > MOST_NOTES) {
      write();
    }
  }

  private void load(List<ProjectedEvent> batch) {
    Set<WorkspaceId> wanted = new HashSet<>();
    for (ProjectedEvent event : batch) {
      WorkspaceId id = event.workspace();
      if (!views.contains(id) && (held.containsKey(id) || !believes(event.partition()))) {
        wanted.add(id);
      }
    }
    if (!wanted.isEmpty()) {
      cluster.views().load(wanted).forEach(views::add);
    }
  }

  private void fold(ProjectedEvent event) {
    WorkspaceId id = event.workspace();
    Snapshot snapshot = views.find(id).orElseGet(() -> Snapshot.absent(id));
    if (snapshot.events() < held.getOrDefault(id, 0L)
        || (!believes(event.partition()) && !follows(event, snapshot.view()))) {
      throw new GapException(event);
    }
    Snapshot changed = event.applied(snapshot);
    if (changed.events() > snapshot.events()
        || changed.offsets().count() > snapshot.offsets().count()) {
      views.change(id, changed);
      if (event instanceof ProjectedEvent.Read read) {
        keys.take(read.record());
        runs.take(snapshot.view(), changed.view());
      }
    }
    next.put(event.partition(), event.offset() + 1);
  }

  private boolean believes(int partition) {
    return !caughtUp && !doubted.contains(partition);
  }

  private static boolean follows(ProjectedEvent event, WorkspaceView view) {
    long newest =
        switch (event.source()) {
          case PROVISIONER -> view.workspace().sequence();
          case STATUS_WATCHER -> view.observed();
        };
    return event.sequence() <= newest + 1;
  }

  private void write() {
    cluster.views().write(views.unwritten());
    views.written();
    cluster.keys().note(keys.drain());
    cluster.runs().note(runs.drain());
    cluster.offsets().advance(next);
    next.clear();
    if (caughtUp) {
      views.shrink(MOST_BYTES_AFTERWARDS, forgotten -> {});
    } else {
      views.shrink(
          mostBytes / 2,
          forgotten -> held.put(forgotten.view().workspace().id(), forgotten.events()));
    }
  }
}
