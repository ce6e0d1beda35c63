package dev.helium.provisioner.decide;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Decider;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The workspaces of one partition and everything that happens to them, one thing after the other.
 * Its state is always the fold of what the log holds: after an append whose fate is unknown the log
 * is read again before anything else is decided.
 *
 * <p>Callers block for as long as the log takes to answer.
 */
final class Partition {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Map<WorkspaceId, Workspace> workspaces = new HashMap<>();
  private final Decider decider;
  private final History history;
  private final Consequences consequences;
  private final InstantSource clock;
  private boolean current;
  private boolean given;

  Partition(Decider decider, History history, Consequences consequences, InstantSource clock) {
    this.decider = decider;
    this.history = history;
    this.consequences = consequences;
    this.clock = clock;
  }

  /** Reads the history, and sees to what was left undone by whoever owned it before. */
  void take() throws LogUnavailableException {
    lock.lock();
    try {
      catchUp();
      workspaces.values().forEach(workspace -> consequences.of(workspace, this::report));
    } finally {
      lock.unlock();
    }
  }

  /** Ends the ownership: what comes after is somebody else's to decide. */
  void give() {
    lock.lock();
    try {
      given = true;
      workspaces.keySet().forEach(consequences::forget);
    } finally {
      lock.unlock();
    }
  }

  void decide(Command command) throws LogUnavailableException {
    lock.lock();
    try {
      if (given) {
        throw new LogUnavailableException("the partition has another owner now");
      }
      catchUp();
      Workspace workspace = workspace(command.workspace());
      Instant now = now();
      List<LifecycleEvent> events = decider.decide(workspace, command, now);
      consequences.before(command, events);
      append(workspace, events, command.id(), now);
    } finally {
      lock.unlock();
    }
  }

  void report(WorkspaceId id, AttemptReport report) throws LogUnavailableException {
    lock.lock();
    try {
      if (given) {
        // The new owner runs the attempt itself and hears from that run.
        return;
      }
      catchUp();
      Workspace workspace = workspace(id);
      Instant now = now();
      append(workspace, decider.report(workspace, report, now), workspace.request(), now);
    } finally {
      lock.unlock();
    }
  }

  private void append(Workspace before, List<LifecycleEvent> events, CommandId cause, Instant now)
      throws LogUnavailableException {
    Workspace workspace = before;
    for (LifecycleEvent event : events) {
      EventRecord record =
          new EventRecord(
              workspace.id(),
              Source.PROVISIONER,
              workspace.sequence() + 1,
              new Cause.Commanded(cause),
              now,
              event);
      current = false;
      history.append(record);
      current = true;
      workspace = workspace.apply(record);
      workspaces.put(workspace.id(), workspace);
    }
    if (events.stream().anyMatch(Partition::changesWhatIsDue)) {
      consequences.of(workspace, this::report);
    }
  }

  private void catchUp() throws LogUnavailableException {
    if (current) {
      return;
    }
    List<EventRecord> records = new ArrayList<>();
    history.replay(records::add);
    workspaces.clear();
    records.forEach(
        record ->
            workspaces.merge(
                record.workspace(),
                Workspace.absent(record.workspace()).apply(record),
                (known, ignored) -> known.apply(record)));
    current = true;
  }

  private Workspace workspace(WorkspaceId id) {
    return workspaces.getOrDefault(id, Workspace.absent(id));
  }

  /** No finer than what every reader of the log can hold. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static boolean changesWhatIsDue(LifecycleEvent event) {
    return switch (event) {
      case Event.Progressed ignored -> false;
      case Event.ExpiryChanged ignored -> false;
      case Event.Refused ignored -> false;
      case Event.Unchanged ignored -> false;
      case LifecycleEvent ignored -> true;
    };
  }
}
