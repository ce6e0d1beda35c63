package dev.helium.deletion.clearance;

import static dev.helium.deletion.Samples.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.tenure.Ending;
import dev.helium.deletion.tenure.Leaving;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.deletion.tenure.Tenure.Stage;
import dev.helium.deletion.turns.ManualTurns;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Holdup;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Health;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClearanceTest {
  private final ManualTurns turns = new ManualTurns();
  private final Instant started = turns.instant();
  private final Health health = new Health();
  private final List<Command> log = new ArrayList<>();
  private final Deque<Promise<Void>> held = new ArrayDeque<>();
  private boolean holding;
  private boolean away;
  private final Clearance clearance = new Clearance(this::append, turns, health, started);

  private Future<Void> append(Command command) {
    if (away) {
      return Future.failedFuture("the log is away");
    }
    log.add(command);
    if (holding) {
      held.add(Promise.promise());
      return held.getLast().future();
    }
    return Future.succeededFuture();
  }

  @Test
  void asksForAllThatWereThereTheOldestFirst() {
    // given
    for (int number = 0; number < 200; number++) {
      clearance.changed(
          new WorkspaceId("ws-" + number), life(1, Stage.LIVING, -1 - (number * 7L) % 200));
    }
    // when
    clearance.open();
    turns.settle();
    // then
    assertThat(log).hasSize(200).doesNotHaveDuplicates();
    assertThat(log.getFirst().workspace().value()).isEqualTo("ws-57");
    assertThat(log.getFirst())
        .isEqualTo(
            new Command.Delete(
                new CommandId("clear-ws-57-1"),
                new WorkspaceId("ws-57"),
                "deletion-controller, told to delete all",
                new DeletionReason.Requested()));
  }

  @Test
  void whatWasRefusedWhileItWasProtectedIsAskedForUnderAnotherIdByTheNextStart() {
    // given
    Tenure tenure = life(1, Stage.LIVING, -10);
    Ending whileProtected = new Ending(started.plusSeconds(60), tenure.began(), Duration.ZERO, 1);
    Ending unprotected = new Ending(started.minusSeconds(60), tenure.began(), Duration.ZERO, 2);
    Ending passed = new Ending(started.minusSeconds(60), tenure.began(), Duration.ZERO, 1);
    // when
    for (Ending ending : List.of(whileProtected, unprotected, passed)) {
      Clearance start = new Clearance(this::append, turns, health, started);
      start.changed(DEMO, with(tenure, ending));
      start.open();
      turns.settle();
      start.close();
    }
    // then
    assertThat(log)
        .extracting(command -> command.id().value())
        .containsExactly(
            "clear-demo-1-changed-1-protected", "clear-demo-1-changed-2", "clear-demo-1-changed-1");
  }

  private static Tenure with(Tenure tenure, Ending ending) {
    return new Tenure(
        tenure.incarnation(),
        tenure.stage(),
        tenure.began(),
        tenure.expiresAt(),
        tenure.destroyed(),
        tenure.leaving(),
        tenure.cluster(),
        ending);
  }

  @Test
  void asksForNothingBeforeItIsConfirmed() {
    clearance.changed(DEMO, life(1, Stage.LIVING, -10));
    turns.pass(Duration.ofMinutes(1));
    assertThat(log).isEmpty();
  }

  @Test
  void leavesAloneWhatBeganAfterTheStart() {
    // given
    clearance.changed(DEMO, life(1, Stage.LIVING, 1));
    // when
    clearance.open();
    clearance.changed(new WorkspaceId("later"), life(1, Stage.LIVING, 60));
    turns.pass(Duration.ofMinutes(1));
    // then
    assertThat(log).isEmpty();
  }

  @Test
  void leavesAloneWhatIsOnItsWayOutOrGone() {
    // given
    clearance.changed(DEMO, life(1, Stage.LEAVING, -10));
    clearance.changed(new WorkspaceId("destroyed"), life(1, Stage.DESTROYED, -10));
    clearance.changed(new WorkspaceId("gone"), life(1, Stage.NONE, -10));
    // when
    clearance.open();
    turns.settle();
    // then
    assertThat(log).isEmpty();
  }

  @Test
  void takesARefusalForFinal() {
    // given
    clearance.changed(DEMO, life(1, Stage.LIVING, -10));
    clearance.open();
    turns.settle();
    assertThat(log).hasSize(1);
    // when what was refused goes on, extended
    clearance.changed(
        DEMO,
        new Tenure(
            1, Stage.LIVING, started.minusSeconds(10), started.plusSeconds(9_999), Instant.MAX));
    turns.pass(Duration.ofDays(1));
    // then
    assertThat(log).hasSize(1);
  }

  @Test
  void boundsHowManyCommandsAreUnderWay() {
    // given
    holding = true;
    for (int number = 0; number < 100; number++) {
      clearance.changed(new WorkspaceId("ws-" + number), life(1, Stage.LIVING, -1));
    }
    // when
    clearance.open();
    turns.settle();
    // then
    assertThat(log).hasSize(Clearance.MOST_APPENDING);
    while (!held.isEmpty()) {
      held.remove().complete();
      turns.settle();
    }
    assertThat(log).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void asksAgainWhileTheLogIsAwayAndOnlyForWhatStillLives() {
    // given
    away = true;
    clearance.changed(DEMO, life(1, Stage.LIVING, -10));
    clearance.changed(new WorkspaceId("other"), life(1, Stage.LIVING, -9));
    clearance.open();
    turns.pass(Duration.ofMinutes(1));
    // when
    clearance.changed(DEMO, life(1, Stage.LEAVING, -10));
    away = false;
    turns.pass(Duration.ofSeconds(10));
    // then
    assertThat(log).extracting(command -> command.workspace().value()).containsExactly("other");
    assertThat(health.isReady()).isTrue();
  }

  @Test
  void clustersGoWhenThoseAreGoneThatLiveInThem() {
    // given
    Tenure host = life(1, Stage.LIVING, -20);
    clearance.changed(DEMO, host.endless());
    clearance.changed(new WorkspaceId("tenant"), life(1, Stage.LIVING, -10));
    // when
    clearance.open();
    turns.settle();
    // then
    assertThat(log).extracting(command -> command.workspace().value()).containsExactly("tenant");
    // when
    clearance.changed(new WorkspaceId("tenant"), life(1, Stage.NONE, -10));
    clearance.changed(DEMO, host);
    turns.settle();
    // then
    assertThat(log)
        .extracting(command -> command.workspace().value())
        .containsExactly("tenant", "demo");
  }

  @Test
  void aDeletionThatWasGivenUpIsAskedForAgainOnce() {
    // given
    clearance.changed(DEMO, givenUp(7));
    // when
    clearance.open();
    turns.settle();
    // then
    assertThat(log)
        .containsExactly(
            new Command.Retry(
                new CommandId("clear-demo-1-7"),
                DEMO,
                "deletion-controller, told to delete all",
                7));
    // when it is given up again, which is asked for after a while without any order
    clearance.changed(DEMO, life(1, Stage.LEAVING, -10));
    clearance.changed(DEMO, givenUp(19));
    turns.pass(Duration.ofMinutes(1));
    // then
    assertThat(log).hasSize(1);
  }

  private Tenure givenUp(int attempt) {
    return new Tenure(
        1,
        Stage.GIVEN_UP,
        started.minusSeconds(10),
        started,
        Instant.MAX,
        new Leaving(started, attempt, 1, started, Holdup.NONE));
  }

  private Tenure life(int incarnation, Stage stage, long beganAfterStart) {
    return new Tenure(
        incarnation,
        stage,
        started.plusSeconds(beganAfterStart),
        started.plusSeconds(100_000),
        Instant.MAX);
  }
}
