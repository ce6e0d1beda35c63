package dev.helium.view;

import dev.helium.domain.PastRun;
import dev.helium.domain.WorkspaceView;
import java.util.HashMap;
import java.util.Map;

/** Runs that came to their end in what is being folded in, by backend. */
final class RunNotes {
  private final Map<String, NewestRuns> runs = new HashMap<>();

  /** Takes the run of a view, if it is over. */
  void take(WorkspaceView view) {
    PastRun.of(view)
        .ifPresent(run -> runs.merge(run.backend(), NewestRuns.of(run), NewestRuns::with));
  }

  /** Takes the run of a view, if it was not over before. */
  void take(WorkspaceView before, WorkspaceView after) {
    if (PastRun.of(before).isEmpty()) {
      take(after);
    }
  }

  /** All that were taken since the last time. */
  Map<String, NewestRuns> drain() {
    Map<String, NewestRuns> drained = Map.copyOf(runs);
    runs.clear();
    return drained;
  }
}
