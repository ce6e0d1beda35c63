package dev.helium.domain;

import static dev.helium.domain.Samples.DECIDER;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.StateSpace.Report;
import dev.helium.domain.StateSpace.Request;
import dev.helium.domain.StateSpace.Situation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that hold for every state with every command, report and event there is. */
final class EveryPairTest {
  private static final Set<String> LEAVING = Set.of("Destroying", "DestroyFailed", "Destroyed");

  private record Pair(String state, String other) {}

  @Test
  void theSamplesLeaveOutNothingThatTheTypesAllow() {
    // given
    List<Command> commands = StateSpace.requests().stream().map(Request::command).toList();
    List<AttemptReport> reports = StateSpace.reports().stream().map(Report::report).toList();
    // then
    assertThat(kinds(StateSpace.situations().stream().map(each -> each.workspace().lifecycle())))
        .isEqualTo(Kinds.of(Lifecycle.class));
    assertThat(kinds(Samples.everyLifecycle())).isEqualTo(Kinds.of(Lifecycle.class));
    assertThat(Kinds.of(commands)).isEqualTo(Kinds.of(Command.class));
    assertThat(kinds(of(commands, Command.Delete.class).map(Command.Delete::reason)))
        .isEqualTo(Kinds.of(DeletionReason.class));
    assertThat(kinds(of(commands, Command.Create.class).map(Command.Create::expiry)))
        .isEqualTo(Kinds.of(ExpiryRequest.class));
    assertThat(kinds(of(commands, Command.Extend.class).map(Command.Extend::expiry)))
        .isEqualTo(Kinds.of(ExpiryRequest.class));
    assertThat(kinds(of(commands, Command.Protect.class).map(Command.Protect::until)))
        .isEqualTo(Kinds.of(ExpiryRequest.class));
    assertThat(kinds(of(commands, Command.Shorten.class).map(Command.Shorten::expiry)))
        .isEqualTo(Kinds.of(ExpiryRequest.class));
    assertThat(kinds(of(commands, Command.Revive.class).map(Command.Revive::expiry)))
        .isEqualTo(Kinds.of(ExpiryRequest.class));
    assertThat(kinds(of(commands, ConditionalCommand.class).map(ConditionalCommand::expectation)))
        .isEqualTo(Kinds.of(Expectation.class));
    assertThat(Kinds.of(reports)).isEqualTo(Kinds.of(AttemptReport.class));
    assertThat(Kinds.of(StateSpace.foreignReports())).isEqualTo(Kinds.of(AttemptReport.class));
    assertThat(
            of(reports, AttemptReport.Failed.class).map(each -> each.failure().kind().isPassing()))
        .containsExactlyInAnyOrder(true, false);
    assertThat(Kinds.of(StateSpace.events())).isEqualTo(Kinds.of(Event.class));
  }

  @Test
  void everyCommandIsAnsweredInEveryState() {
    // given
    Set<Pair> visited = new HashSet<>();
    for (Situation situation : StateSpace.situations()) {
      for (Request request : StateSpace.requests()) {
        Workspace before = situation.workspace();
        // when
        List<Event.LifecycleEvent> events = DECIDER.decide(before, request.command(), NOW);
        Event event = only(events);
        Workspace after = after(before, request.command().id(), event);
        visited.add(new Pair(situation.state(), Kinds.of(request.command())));
        // then
        String pair = situation + " with " + request.words();
        assertThat(DECIDER.decide(before, request.command(), NOW)).as(pair).isEqualTo(events);
        assertThat(after.decision(request.command().id())).as(pair).isEqualTo(Decision.of(event));
        assertThat(DECIDER.decide(after, request.command(), NOW)).as(pair).isEmpty();
        assertThat(goesOn(before, after)).as(pair).isTrue();
        assertThat(after.request())
            .as(pair)
            .isEqualTo(
                after.attempt() > before.attempt() ? request.command().id() : before.request());
      }
    }
    assertThat(visited).isEqualTo(product(Kinds.of(Lifecycle.class), Kinds.of(Command.class)));
  }

  @Test
  void everyReportCountsForItsOwnAttemptAlone() {
    // given
    Set<Pair> visited = new HashSet<>();
    for (Situation situation : StateSpace.situations()) {
      for (Report report : StateSpace.reports()) {
        Workspace before = situation.workspace();
        // when
        List<Event.LifecycleEvent> events = DECIDER.report(before, report.report(), NOW);
        visited.add(new Pair(situation.state(), Kinds.of(report.report())));
        // then
        String pair = situation + " with " + report.words();
        assertThat(events).as(pair).hasSizeLessThanOrEqualTo(1);
        for (Event event : events) {
          Workspace after = after(before, before.request(), event);
          assertThat(goesOn(before, after)).as(pair).isTrue();
          assertThat(after.request()).as(pair).isEqualTo(before.request());
          assertThat(after.decided()).as(pair).isEqualTo(before.decided());
        }
      }
      for (AttemptReport foreign : StateSpace.foreignReports()) {
        assertThat(DECIDER.report(situation.workspace(), foreign, NOW))
            .as(situation + " with " + foreign)
            .isEmpty();
      }
    }
    assertThat(visited)
        .isEqualTo(product(Kinds.of(Lifecycle.class), Kinds.of(AttemptReport.class)));
  }

  @Test
  void everyEventIsTakenInEveryState() {
    // given
    Set<Pair> visited = new HashSet<>();
    for (Situation situation : StateSpace.situations()) {
      for (Event event : StateSpace.events()) {
        WorkspaceView before = view(situation.workspace());
        // when
        WorkspaceView after = before.apply(record(before, event));
        visited.add(new Pair(situation.state(), Kinds.of(event)));
        // then
        String pair = situation + " with " + event;
        boolean decided = event instanceof Event.LifecycleEvent;
        assertThat(after.workspace().sequence() + after.observed())
            .as(pair)
            .isEqualTo(before.workspace().sequence() + before.observed() + 1);
        assertThat(after.workspace().equals(before.workspace())).as(pair).isEqualTo(!decided);
        assertThat(after.apply(record(before, event))).as(pair).isEqualTo(after);
        assertThat(after.workspace().apply(record(before, event)))
            .as(pair)
            .isEqualTo(after.workspace());
      }
    }
    assertThat(visited).isEqualTo(product(Kinds.of(Lifecycle.class), Kinds.of(Event.class)));
  }

  /** Intent never turns back, attempts are counted on, and a life follows only an ended one. */
  private static boolean goesOn(Workspace before, Workspace after) {
    boolean leaving = LEAVING.contains(Kinds.of(before.lifecycle()));
    boolean goesOnLeaving =
        LEAVING.contains(Kinds.of(after.lifecycle()))
            || after.lifecycle() instanceof Lifecycle.Deleted;
    int attempts = after.attempt() - before.attempt();
    int lives = after.incarnation() - before.incarnation();
    return (!leaving || goesOnLeaving)
        && (attempts == 0 || attempts == 1)
        && (lives == 0 || (lives == 1 && !before.exists()));
  }

  private static Workspace after(Workspace before, CommandId cause, Event event) {
    return before.apply(
        new EventRecord(
            Samples.ID,
            Source.PROVISIONER,
            before.sequence() + 1,
            new Cause.Commanded(cause),
            NOW,
            event));
  }

  private static WorkspaceView view(Workspace workspace) {
    return new WorkspaceView(
        workspace, new Readiness.Unknown(), false, Map.of(), List.of(), 3, NOW, Timeline.NONE);
  }

  private static EventRecord record(WorkspaceView view, Event event) {
    return switch (event) {
      case Event.LifecycleEvent ignored -> Samples.record(view.workspace(), event);
      case Event.ObservationEvent ignored ->
          new EventRecord(
              Samples.ID,
              Source.STATUS_WATCHER,
              view.observed() + 1,
              new Cause.Observed(),
              NOW,
              event);
    };
  }

  private static <T> Stream<T> of(List<?> values, Class<T> kind) {
    return values.stream().filter(kind::isInstance).map(kind::cast);
  }

  private static Set<String> kinds(Stream<?> values) {
    return Kinds.of(values.toList());
  }

  private static Set<Pair> product(Set<String> states, Set<String> others) {
    return states.stream()
        .flatMap(state -> others.stream().map(other -> new Pair(state, other)))
        .collect(Collectors.toSet());
  }
}
