package dev.helium.deletion.expiry;

import dev.helium.domain.Lifecycle;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The expiries of all workspaces that nobody is deleting yet, in order. */
final class ExpiryIndex {
  private final TreeSet<Due> inOrder = new TreeSet<>();
  private final Map<WorkspaceId, Due> byWorkspace = new HashMap<>();

  /** Takes over what a workspace has become. */
  void update(Workspace workspace) {
    remove(workspace.id());
    if (isToExpire(workspace.lifecycle())) {
      put(new Due(workspace.expiresAt(), workspace.id(), workspace.incarnation()));
    }
  }

  void put(Due due) {
    remove(due.workspace());
    inOrder.add(due);
    byWorkspace.put(due.workspace(), due);
  }

  /** The earliest one, passed or not. */
  Optional<Due> first() {
    return inOrder.isEmpty() ? Optional.empty() : Optional.of(inOrder.first());
  }

  /** Takes the earliest one out when its time is up. */
  Optional<Due> takeDue(Instant now) {
    Optional<Due> due = first().filter(first -> !first.expiry().isAfter(now));
    due.ifPresent(found -> remove(found.workspace()));
    return due;
  }

  boolean contains(WorkspaceId workspace) {
    return byWorkspace.containsKey(workspace);
  }

  int size() {
    return inOrder.size();
  }

  /** How many have expired and are still to be asked for. */
  int overdue(Instant now) {
    return (int) inOrder.stream().takeWhile(due -> !due.expiry().isAfter(now)).count();
  }

  private void remove(WorkspaceId workspace) {
    Due known = byWorkspace.remove(workspace);
    if (known != null) {
      inOrder.remove(known);
    }
  }

  private static boolean isToExpire(Lifecycle lifecycle) {
    return switch (lifecycle) {
      case Lifecycle.Provisioning ignored -> true;
      case Lifecycle.Provisioned ignored -> true;
      case Lifecycle.ProvisioningFailed ignored -> true;
      case Lifecycle.Absent ignored -> false;
      case Lifecycle.Destroying ignored -> false;
      // Its attempts are used up; a person has to look.
      case Lifecycle.DestroyFailed ignored -> false;
      case Lifecycle.Destroyed ignored -> false;
      case Lifecycle.Deleted ignored -> false;
    };
  }
}
