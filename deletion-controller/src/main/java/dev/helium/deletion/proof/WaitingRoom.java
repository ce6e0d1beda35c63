package dev.helium.deletion.proof;

import dev.helium.deletion.Alarm;
import dev.helium.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The candidates that are not proven gone, in the order of their next look. Safe for any thread.
 */
final class WaitingRoom {
  private final Map<WorkspaceId, Waiting> byWorkspace = new HashMap<>();
  private final NavigableSet<Waiting> inOrder = new TreeSet<>();
  private final Duration longestPause;

  /**
   * @param longestPause between two looks for one
   */
  WaitingRoom(Duration longestPause) {
    this.longestPause = longestPause;
  }

  /** A new candidate is looked for at once. */
  synchronized void admit(Candidate candidate, Instant now) {
    Waiting known = byWorkspace.get(candidate.workspace());
    if (known == null || !known.candidate().equals(candidate)) {
      replace(new Waiting(candidate, 0, now, List.of()));
    }
  }

  /** Has it looked for now, unless its confirmation is under way. */
  synchronized void call(WorkspaceId workspace, Instant now) {
    Waiting known = byWorkspace.get(workspace);
    if (known == null || known.next().equals(Instant.MAX)) {
      return;
    }
    boolean lookedFor = !inOrder.contains(known);
    if (lookedFor || known.next().isAfter(now)) {
      replace(new Waiting(known.candidate(), known.looks(), now, known.by()));
    }
  }

  /**
   * Has it looked for again later, or at once if it was called for while it was looked for; nothing
   * if it does not wait any more.
   */
  synchronized void hold(Waiting entry, List<String> by, Instant next) {
    if (!has(entry)) {
      return;
    }
    Waiting known = byWorkspace.get(entry.candidate().workspace());
    boolean called = inOrder.contains(known) && known.next().isBefore(next);
    replace(new Waiting(entry.candidate(), entry.looks() + 1, called ? known.next() : next, by));
  }

  /** Is not looked for until it is held again. */
  synchronized void pause(Waiting entry) {
    replace(new Waiting(entry.candidate(), entry.looks(), Instant.MAX, entry.by()));
  }

  synchronized void dismiss(Waiting entry) {
    if (has(entry)) {
      dismiss(entry.candidate().workspace());
    }
  }

  synchronized void dismiss(WorkspaceId workspace) {
    Waiting known = byWorkspace.remove(workspace);
    if (known != null) {
      inOrder.remove(known);
    }
  }

  /** True while that candidate still waits. */
  synchronized boolean has(Waiting entry) {
    Waiting known = byWorkspace.get(entry.candidate().workspace());
    return known != null && known.candidate().equals(entry.candidate());
  }

  /**
   * Takes the first candidate to be looked for by now out of the order, but not out of the room.
   */
  synchronized Optional<Waiting> next(Instant now) {
    return nextLook(now).filter(next -> !next.isAfter(now)).map(ignored -> inOrder.removeFirst());
  }

  synchronized Optional<Instant> nextLook(Instant now) {
    if (inOrder.isEmpty() || inOrder.first().next().equals(Instant.MAX)) {
      return Optional.empty();
    }
    return Optional.of(Alarm.endOfPause(now, inOrder.first().next(), longestPause));
  }

  synchronized int size() {
    return byWorkspace.size();
  }

  /** Since when the one that has waited longest waits. */
  synchronized Optional<Instant> oldest() {
    return byWorkspace.values().stream()
        .map(waiting -> waiting.candidate().destroyed())
        .min(Instant::compareTo);
  }

  private void replace(Waiting entry) {
    dismiss(entry.candidate().workspace());
    byWorkspace.put(entry.candidate().workspace(), entry);
    inOrder.add(entry);
  }
}
