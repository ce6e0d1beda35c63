package dev.helium.provisioner.decide;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Decider;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.CommandBatch.Received;
import dev.helium.log.LogSettings;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.Stamp;
import dev.helium.log.UnreadableHandler;
import dev.helium.provisioner.blocking.LogTurns;
import dev.helium.service.tracing.Tracing;
import dev.helium.wire.TraceParent;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workspaces of one partition while this process owns it, and everything that happens to them,
 * one thing after the other. Its state is always the fold of what the log holds: a failed append
 * ends the ownership, and whoever takes the partition next, this process again or another, begins
 * with what the log says.
 *
 * <p>Callers block for as long as the log takes to answer.
 */
final class Partition implements Owner {
  private static final Logger LOG = LoggerFactory.getLogger(Partition.class);

  private final LogTurns turns = new LogTurns();
  private final Map<WorkspaceId, Workspace> workspaces;
  private final Trails trails;
  private final OwnedPartition partition;
  private final Snapshotting snapshotting;
  private final Decider decider;
  private final Consequences consequences;
  private final InstantSource clock;
  private final Tracing tracing;
  private volatile long decided;

  private Partition(
      OwnedPartition.Taken taken,
      Decider decider,
      Consequences consequences,
      InstantSource clock,
      Tracing tracing) {
    this.partition = taken.partition();
    this.workspaces = taken.fold().workspaces();
    this.trails = new Trails(taken.fold().trails());
    this.decided = taken.fold().decided();
    this.snapshotting = new Snapshotting(taken.partition(), taken.fold(), turns);
    this.decider = decider;
    this.consequences = consequences;
    this.clock = clock;
    this.tracing = tracing;
  }

  /** Takes the partition over, and sees to what was left undone by whoever owned it before. */
  static Partition take(
      Vertx vertx,
      LogSettings settings,
      int number,
      UnreadableHandler unreadable,
      Decider decider,
      Consequences consequences,
      InstantSource clock,
      Tracing tracing)
      throws LogUnavailableException {
    Partition partition =
        new Partition(
            OwnedPartition.take(vertx, settings, number, unreadable),
            decider,
            consequences,
            clock,
            tracing);
    LOG.atInfo()
        .addKeyValue("partition", number)
        .addKeyValue("fence", partition.partition.fence())
        .addKeyValue("workspaces", partition.workspaces.size())
        .log("took a partition");
    List.copyOf(partition.workspaces.values())
        .forEach(workspace -> consequences.of(workspace, partition));
    partition.snapshotting.consider();
    return partition;
  }

  @Override
  public String fence() {
    return "partition-" + partition.number() + ":" + partition.fence();
  }

  @Override
  public long decided() {
    return decided;
  }

  @Override
  public Trail trail(WorkspaceId workspace) {
    return trails.of(workspace);
  }

  /** True when nothing can be decided here any more. */
  boolean isOver() {
    return turns.isOver();
  }

  /** Ends the ownership: what comes after is somebody else's to decide. */
  void give() {
    turns.end(
        () -> {
          workspaces.keySet().forEach(workspace -> consequences.forget(workspace, this));
          partition.close();
        });
  }

  /** Decides commands in their order, and appends all that follows at once. */
  void decide(List<Received> commands) throws LogUnavailableException {
    turns.take(
        () -> {
          Changes changes = new Changes(workspaces);
          DecisionSpans spans = new DecisionSpans(tracing);
          List<Decision> decisions = new ArrayList<>();
          Instant now = now();
          for (Received received : commands) {
            // What comes again after a crash has its events already.
            if (received.offset() > decided) {
              Workspace workspace = changes.workspace(received.command().workspace());
              List<LifecycleEvent> events = decider.decide(workspace, received.command(), now);
              consequences.before(received.command(), received.offset(), events);
              changes.add(
                  workspace,
                  events,
                  received.command().id(),
                  now,
                  new Stamp(
                      partition.fence(),
                      received.offset(),
                      spans.begin(received, workspace, events)));
              decisions.add(new Decision(received, workspace, events));
            }
          }
          commit(changes, spans, Math.max(decided, commands.getLast().offset()));
          decisions.forEach(each -> each.tell(consequences, now()));
        });
  }

  @Override
  public void report(WorkspaceId id, AttemptReport report, TraceParent trace) {
    try {
      turns.take(
          () -> {
            Changes changes = new Changes(workspaces);
            Workspace workspace = changes.workspace(id);
            Instant now = now();
            List<LifecycleEvent> events = decider.report(workspace, report, now);
            changes.add(
                workspace,
                events,
                workspace.request(),
                now,
                Stamp.withoutCommand(partition.fence()).in(trace));
            commit(changes, decided);
            consequences.reported(workspace, events);
          });
    } catch (LogUnavailableException unavailable) {
      LOG.atWarn()
          .addKeyValue("workspace", id)
          .addKeyValue("attempt", report.attempt())
          .addKeyValue("trace", trace.trace())
          .addKeyValue("reason", unavailable.getMessage())
          .log("a report was dropped; the partition's next owner runs the attempt again");
    }
  }

  private void commit(Changes changes, DecisionSpans spans, long newestDecided)
      throws LogUnavailableException {
    try {
      commit(changes, newestDecided);
    } catch (LogUnavailableException failure) {
      spans.unwritten();
      throw failure;
    }
    spans.written();
  }

  private void commit(Changes changes, long newestDecided) throws LogUnavailableException {
    if (!changes.isEmpty()) {
      partition.append(changes.events());
    }
    decided = newestDecided;
    workspaces.putAll(changes.workspaces());
    changes.events().forEach(each -> trails.take(each.record(), each.stamp()));
    snapshotting.appended(changes.events().size());
    changes.with(Partition::changesWhatIsDue).forEach(each -> consequences.of(each, this));
  }

  /** No finer than what every reader of the log can hold. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** What was decided about a command, to be told once it is in the log. */
  private record Decision(Received received, Workspace before, List<LifecycleEvent> events) {
    void tell(Consequences consequences, Instant now) {
      consequences.decided(received, before, events, now);
    }
  }

  static boolean changesWhatIsDue(LifecycleEvent event) {
    return switch (event) {
      case Event.Progressed ignored -> false;
      case Event.ExpiryChanged ignored -> false;
      case Event.Refused ignored -> false;
      case Event.DeletionHeld ignored -> false;
      case Event.Unchanged ignored -> false;
      case Event.Protected ignored -> false;
      case Event.Unprotected ignored -> false;
      case Event.ExpiringSoon ignored -> false;
      case LifecycleEvent ignored -> true;
    };
  }
}
