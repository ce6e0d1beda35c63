package dev.helium.domain.simulation;

import dev.helium.domain.EventRecord;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The log of one workspace, and what it came to at each place. */
final class History {
  private final List<EventRecord> log = new ArrayList<>();
  private final List<WorkspaceView> views = new ArrayList<>();
  private final WorkspaceId id;

  History(WorkspaceId id) {
    this.id = id;
    views.add(WorkspaceView.absent(id));
  }

  void add(EventRecord record) {
    log.add(record);
    views.add(view().apply(record));
  }

  int size() {
    return log.size();
  }

  /** Folded as the events came. */
  WorkspaceView view() {
    return views.getLast();
  }

  /** What was decided alone, with the last events delivered again. */
  Workspace decided(RandomGenerator random) {
    int kept = random.nextInt(views.size());
    Workspace workspace = views.get(kept).workspace();
    for (EventRecord record : log.subList(Math.max(0, kept - 3), log.size())) {
      workspace = workspace.apply(record);
    }
    return workspace;
  }

  /**
   * Folded from the beginning or from what it came to at some place, which may have been kept later
   * than the events that are read again were written.
   */
  WorkspaceView rebuilt(RandomGenerator random) {
    boolean whole = random.nextBoolean();
    int kept = whole ? 0 : random.nextInt(views.size());
    int from = kept == 0 ? 0 : random.nextInt(kept + 1);
    WorkspaceView view = whole ? WorkspaceView.absent(id) : views.get(kept);
    for (EventRecord record : log.subList(from, log.size())) {
      view = view.apply(record);
    }
    return view;
  }
}
