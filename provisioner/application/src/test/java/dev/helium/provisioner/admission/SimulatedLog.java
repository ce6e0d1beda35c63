package dev.helium.provisioner.admission;

import dev.helium.domain.AdmissionRule;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Decider;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.RetryPolicy;
import dev.helium.domain.Source;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.Delivery;
import dev.helium.log.Partitions;
import dev.helium.log.Stamp;
import dev.helium.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Commands and events in memory, with the real decider between them. */
final class SimulatedLog {
  private static final RetryPolicy ONCE =
      new RetryPolicy(1, Duration.ofSeconds(1), Duration.ofSeconds(1));

  private final Decider decider;
  private final List<List<Command>> commands = new ArrayList<>();
  private final List<List<Delivery>> events = new ArrayList<>();
  private final int[] decided = new int[Topics.PARTITIONS];
  private final Map<WorkspaceId, Workspace> workspaces = new HashMap<>();

  SimulatedLog(LifetimePolicy lifetimes, AdmissionRule rule) {
    decider = new Decider(lifetimes, ONCE, ONCE, ignored -> List.of(), rule);
    for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
      commands.add(new ArrayList<>());
      events.add(new ArrayList<>());
    }
  }

  static LifetimePolicy lifetimes() {
    return LifetimePolicy.same(new ExpiryPolicy(ZoneOffset.UTC, 1, 90));
  }

  /** Returns where the command stands. */
  long append(Command command) {
    List<Command> partition = commands.get(Partitions.of(command.workspace()));
    partition.add(command);
    return partition.size() - 1L;
  }

  List<Delivery> events(int partition) {
    return List.copyOf(events.get(partition));
  }

  Workspace workspace(WorkspaceId id) {
    return workspaces.getOrDefault(id, Workspace.absent(id));
  }

  Stream<Workspace> workspaces() {
    return workspaces.values().stream();
  }

  /** How many workspaces came to be, whatever became of them. */
  long created() {
    return events.stream()
        .flatMap(List::stream)
        .filter(delivery -> delivery.record().event() instanceof Event.Created)
        .count();
  }

  /** Decides the next command of a partition; false when none waits. */
  boolean decide(int partition, Instant now) {
    if (decided[partition] == commands.get(partition).size()) {
      return false;
    }
    int offset = decided[partition]++;
    Command command = commands.get(partition).get(offset);
    Workspace before = workspace(command.workspace());
    append(before, decider.decide(before, command, now), command.id(), new Stamp(1, offset), now);
    return true;
  }

  /** Says what became of the newest attempt. */
  void report(Workspace workspace, AttemptReport report, Instant now) {
    append(
        workspace,
        decider.report(workspace, report, now),
        workspace.request(),
        Stamp.withoutCommand(1),
        now);
  }

  private void append(
      Workspace before, List<LifecycleEvent> following, CommandId cause, Stamp stamp, Instant now) {
    Workspace workspace = before;
    int partition = Partitions.of(before.id());
    for (LifecycleEvent event : following) {
      EventRecord record =
          new EventRecord(
              workspace.id(),
              Source.PROVISIONER,
              workspace.sequence() + 1,
              new Cause.Commanded(cause),
              now,
              event);
      events
          .get(partition)
          .add(new Delivery(record, partition, events.get(partition).size(), stamp));
      workspace = workspace.apply(record);
    }
    workspaces.put(workspace.id(), workspace);
  }
}
