package dev.helium.watcher.publishing;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Decider;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Milestones;
import dev.helium.domain.Progress;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.Receipt;
import dev.helium.domain.RetryPolicy;
import dev.helium.domain.Source;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The log of one workspace as the real rules write it when anything is asked and seen. */
final class RandomHistory {
  private static final RetryPolicy RETRIES =
      new RetryPolicy(2, Duration.ofSeconds(1), Duration.ofSeconds(1));
  private static final Decider DECIDER =
      new Decider(new ExpiryPolicy(ZoneOffset.UTC, 1, 90), RETRIES, RETRIES, create -> List.of());

  private final WorkspaceId id;
  private final RandomGenerator random;
  private final List<EventRecord> log = new ArrayList<>();
  private Workspace workspace;
  private long observed;
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");

  private RandomHistory(WorkspaceId id, long seed) {
    this.id = id;
    this.random = new SplittableRandom(seed);
    this.workspace = Workspace.absent(id);
  }

  static List<EventRecord> of(WorkspaceId id, int events, long seed) {
    RandomHistory history = new RandomHistory(id, seed);
    while (history.log.size() < events) {
      history.happen();
    }
    return List.copyOf(history.log);
  }

  private void happen() {
    now = now.plusMillis(random.nextInt(20_000));
    switch (random.nextInt(3)) {
      case 0 -> decide(DECIDER.decide(workspace, command(), now));
      case 1 -> decide(DECIDER.report(workspace, report(), now));
      default -> observe();
    }
  }

  private Command command() {
    CommandId command = new CommandId("c-" + log.size() + "-" + random.nextInt(1_000_000));
    return switch (random.nextInt(9)) {
      case 0 -> new Command.Delete(command, id, "me", new DeletionReason.Requested());
      case 1, 2 ->
          new Command.ConfirmDeletion(
              command, id, new Receipt(Math.max(1, workspace.incarnation()), List.of("gone"), now));
      case 3 -> new Command.Retry(command, id, "me");
      case 4 -> new Command.Cancel(command, id, "me");
      case 5 ->
          new Command.Delete(
              command, id, "", new DeletionReason.Swept(Math.max(1, workspace.incarnation())));
      default ->
          new Command.Create(
              command,
              id,
              "me",
              "namespace",
              Map.of(
                  "wanted",
                  "" + random.nextInt(5),
                  "clusterStack",
                  random.nextBoolean() ? "" : "other"),
              Map.of(),
              new ExpiryRequest.Unspecified());
    };
  }

  private AttemptReport report() {
    int attempt = workspace.attempt();
    return switch (random.nextInt(5)) {
      case 0 -> new AttemptReport.Progressed(attempt, List.of());
      case 1, 2 -> new AttemptReport.Applied(attempt, Map.of());
      case 3 -> new AttemptReport.Destroyed(attempt);
      default ->
          new AttemptReport.Failed(
              attempt, new Failure(FailureKind.CLUSTER_UNREACHABLE, "no answer"));
    };
  }

  private void decide(List<LifecycleEvent> events) {
    for (LifecycleEvent event : events) {
      EventRecord record =
          record(
              Source.PROVISIONER,
              workspace.sequence() + 1,
              new Cause.Commanded(new CommandId("c-" + log.size())),
              event);
      workspace = workspace.apply(record);
      log.add(record);
    }
  }

  private void observe() {
    if (workspace.incarnation() > 0) {
      // Sometimes of a life that is over.
      int life = Math.max(1, workspace.incarnation() - random.nextInt(5) / 4);
      observed++;
      log.add(record(Source.STATUS_WATCHER, observed, new Cause.Observed(), seen(life)));
    }
  }

  private Event seen(int life) {
    return switch (random.nextInt(3)) {
      case 0 ->
          new Event.ConnectionChanged(life, Map.of("Service/a", "10.0.0." + random.nextInt(9)));
      case 1 ->
          new Event.ReadinessChanged(
              life, new Readiness.Ready(), new Progress(3, 3, ""), Milestones.NONE);
      default ->
          new Event.ReadinessChanged(
              life,
              new Readiness.NotReady(
                  List.of(new Reason(ReasonKind.WAITING, "Pod/a", "Pulling", "soon", now))),
              new Progress(random.nextInt(3), 3, "Pod/a"),
              Milestones.NONE);
    };
  }

  private EventRecord record(Source source, long sequence, Cause cause, Event event) {
    return new EventRecord(id, source, sequence, cause, now, event);
  }
}
