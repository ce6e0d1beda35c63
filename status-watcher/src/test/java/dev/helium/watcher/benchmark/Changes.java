package dev.helium.watcher.benchmark;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** The newest change under way of each workspace. */
final class Changes {
  private final AtomicReferenceArray<Change> newest;

  Changes(int workspaces) {
    this.newest = new AtomicReferenceArray<>(workspaces);
  }

  Change begin(int workspace, boolean ready) {
    Change change = new Change(ready);
    newest.set(workspace, change);
    return change;
  }

  boolean isOver(int workspace) {
    Change change = newest.get(workspace);
    return change == null || change.isOver();
  }

  void heard(int workspace, boolean ready) {
    Change change = newest.get(workspace);
    if (change != null && change.ready() == ready && change.heard() == 0) {
      change.hear();
    }
  }
}
