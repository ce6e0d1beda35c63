package dev.helium.deletion;

import dev.helium.domain.EventRecord;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The workspaces that are not gone yet, as the log says. */
final class Workspaces {
  private final Map<WorkspaceId, Workspace> living = new HashMap<>();

  /** What the workspace has become; empty when the event changes nothing. */
  Optional<Workspace> apply(EventRecord record) {
    Workspace before =
        living.getOrDefault(record.workspace(), Workspace.absent(record.workspace()));
    Workspace after = before.apply(record);
    if (after.equals(before)) {
      return Optional.empty();
    }
    if (after.exists()) {
      living.put(after.id(), after);
    } else {
      living.remove(after.id());
    }
    return Optional.of(after);
  }
}
