package dev.helium.deletion.expiry;

import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** What is to end when, one entry a workspace, in the order of time. For one thread only. */
final class ExpiryIndex {
  private final Map<WorkspaceId, Due> byWorkspace = new HashMap<>();
  private final NavigableSet<Due> inOrder = new TreeSet<>();

  /** Replaces what was known of the workspace. */
  void put(Due due) {
    remove(due.workspace());
    byWorkspace.put(due.workspace(), due);
    inOrder.add(due);
  }

  void remove(WorkspaceId workspace) {
    Due known = byWorkspace.remove(workspace);
    if (known != null) {
      inOrder.remove(known);
    }
  }

  /** Takes out the earliest entry if its instant has come. */
  Optional<Due> takeDue(Instant now) {
    if (inOrder.isEmpty() || inOrder.first().at().isAfter(now)) {
      return Optional.empty();
    }
    Due due = inOrder.removeFirst();
    byWorkspace.remove(due.workspace());
    return Optional.of(due);
  }

  Optional<Instant> next() {
    return inOrder.isEmpty() ? Optional.empty() : Optional.of(inOrder.first().at());
  }

  int size() {
    return inOrder.size();
  }
}
