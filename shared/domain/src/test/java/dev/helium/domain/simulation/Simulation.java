package dev.helium.domain.simulation;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Decider;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.FieldError;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.RetryPolicy;
import dev.helium.domain.Source;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** One random history of one workspace, made by the real rules and judged by simple ones. */
final class Simulation {
  private static final WorkspaceId ID = new WorkspaceId("example");
  private static final RetryPolicy RETRIES =
      new RetryPolicy(ReferenceModel.TRIES, Duration.ofSeconds(1), Duration.ofSeconds(10));
  private static final Decider DECIDER =
      new Decider(
          new ExpiryPolicy(ZoneOffset.UTC, 1, ReferenceModel.MOST_DAYS),
          RETRIES,
          RETRIES,
          create ->
              create.parameters().containsKey(ReferenceModel.BROKEN)
                      || !create.backend().equals(ReferenceModel.BACKEND)
                  ? List.of(new FieldError("field", "is broken"))
                  : List.of());

  private final RandomGenerator random;
  private final RandomCommands commands;
  private final Coverage coverage;
  private final List<Command> sent = new ArrayList<>();
  private final ReferenceModel model = new ReferenceModel();
  private final SeenModel seen = new SeenModel();
  private final History history = new History(ID);
  private final List<Note> steps = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private Workspace workspace = Workspace.absent(ID);

  Simulation(long seed, Coverage coverage) {
    this.random = new SplittableRandom(seed);
    this.commands = new RandomCommands(random, ID);
    this.coverage = coverage;
  }

  /** Put into words only when a run has failed. */
  private record Note(String what, Object about) {}

  /** What was done so far, one line each. */
  List<String> steps() {
    return steps.stream().map(note -> note.what() + " " + note.about()).toList();
  }

  void step() {
    now = now.plusMillis(random.nextInt(1_500));
    int dice = random.nextInt(100);
    if (dice < 36) {
      send();
    } else if (dice < 46) {
      sendAgain();
    } else if (dice < 72) {
      report(model.attempts);
    } else if (dice < 80) {
      report(random.nextInt(Math.max(1, model.attempts - 3), model.attempts + 2));
    } else if (dice < 87) {
      observe();
    } else if (dice < 93) {
      setClock();
    } else {
      crash();
    }
    new Comparison(model, seen).assertSame(workspace, history.view());
  }

  private void send() {
    CommandId id = new CommandId("c" + (chance(4) ? random.nextInt(sent.size() + 1) : sent.size()));
    Command command = commands.next(id, model, now);
    sent.add(command);
    deliver(command);
  }

  /** As a client does that had no answer, and a log whose reader has died. */
  private void sendAgain() {
    if (!sent.isEmpty()) {
      int back = chance(50) ? 1 : random.nextInt(1, sent.size() + 1);
      deliver(sent.get(sent.size() - back));
    }
  }

  private void deliver(Command command) {
    note("deliver", command);
    coverage.command(workspace.lifecycle(), command);
    List<LifecycleEvent> events = DECIDER.decide(workspace, command, now);
    if (chance(3)) {
      note("killed before the log took", events);
      crash();
      return;
    }
    String answer = model.command(command, now);
    Comparison.assertAnswer(events, answer);
    append(events, command.id());
    if (chance(3)) {
      note("killed after the log took", events);
      crash();
      Comparison.assertAnswer(DECIDER.decide(workspace, command, now), "");
    }
  }

  private void report(int attempt) {
    AttemptReport report =
        switch (random.nextInt(8)) {
          case 0 -> new AttemptReport.Progressed(attempt, List.of());
          case 1, 2 -> new AttemptReport.Applied(attempt, Map.of("attempt", "" + attempt));
          case 3, 4 -> new AttemptReport.Destroyed(attempt);
          case 5 -> failed(attempt, FailureKind.PROGRAM_FAILED);
          default -> failed(attempt, FailureKind.CLUSTER_UNREACHABLE);
        };
    note("report", report);
    coverage.report(workspace.lifecycle(), report);
    List<LifecycleEvent> events = DECIDER.report(workspace, report, now);
    Comparison.assertCounts(events, model.report(report, now));
    append(events, workspace.request());
  }

  private void observe() {
    Event event = seen.random(random, Math.max(1, model.life - (chance(20) ? 1 : 0)), model.life);
    note("observe", event);
    coverage.observation(workspace.lifecycle(), event);
    history.add(
        new EventRecord(ID, Source.STATUS_WATCHER, seen.events, new Cause.Observed(), now, event));
  }

  private void setClock() {
    Duration step =
        switch (random.nextInt(6)) {
          case 0 -> Duration.ofMinutes(-random.nextInt(1, 20));
          case 1 -> Duration.ofHours(-random.nextInt(1, 40));
          case 2 -> Duration.ofDays(random.nextInt(1, 40));
          case 3 -> Duration.ofHours(24);
          default -> Duration.ofMinutes(random.nextInt(1, 600));
        };
    now = now.plus(step);
    note("set the clock by", step);
  }

  /** Everything but the log is lost. */
  private void crash() {
    note("crash; events so far:", history.size());
    WorkspaceView rebuilt = history.rebuilt(random);
    Comparison.assertRebuilt(rebuilt, history.decided(random), workspace, history.view());
    workspace = rebuilt.workspace();
  }

  private void append(List<LifecycleEvent> events, CommandId cause) {
    for (LifecycleEvent event : events) {
      Lifecycle before = workspace.lifecycle();
      EventRecord record =
          new EventRecord(
              ID,
              Source.PROVISIONER,
              workspace.sequence() + 1,
              new Cause.Commanded(cause),
              now,
              event);
      note("append", record);
      history.add(record);
      workspace = workspace.apply(record);
      switch (event) {
        case Event.Created ignored -> seen.forget();
        case Event.Deleted ignored -> seen.leave();
        default -> {
          // Nothing is seen by that.
        }
      }
      coverage.event(before, event, workspace.lifecycle());
    }
  }

  private static AttemptReport failed(int attempt, FailureKind kind) {
    return new AttemptReport.Failed(attempt, new Failure(kind, "because"));
  }

  private void note(String what, Object about) {
    steps.add(new Note(what, about));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
