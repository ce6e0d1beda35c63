package dev.helium.deletion.renewal;

import static dev.helium.deletion.Samples.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.tenure.Leaving;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.deletion.tenure.Tenure.Stage;
import dev.helium.deletion.turns.ManualTurns;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Holdup;
import dev.helium.domain.WorkspaceId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RenewalLoopTest {
  private final ManualTurns turns = new ManualTurns();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Command> log = new ArrayList<>();
  private final Deque<Promise<Void>> held = new ArrayDeque<>();
  private boolean holding;
  private boolean away;
  private final RenewalLoop loop = new RenewalLoop(this::append, turns, turns, meters);

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

  private Tenure in(Stage stage, int attempt, int failures) {
    return new Tenure(
        2,
        stage,
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.MAX,
        new Leaving(Instant.EPOCH, attempt, failures, turns.instant(), Holdup.NONE));
  }

  private void givenUp(WorkspaceId workspace, int attempt, int failures) {
    loop.changed(workspace, in(Stage.GIVEN_UP, attempt, failures));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,4", "6,32", "7,60", "8,60", "1000,60"})
  void asksAgainAfterGrowingPausesWithoutEnd(int failures, int minutes) {
    // given
    loop.open();
    givenUp(DEMO, 7, failures);
    // when
    turns.pass(Duration.ofMinutes(minutes).minusMillis(1));
    // then
    assertThat(log).isEmpty();
    // when
    turns.pass(Duration.ofMillis(2));
    // then
    assertThat(log)
        .containsExactly(
            new Command.Retry(new CommandId("renew-demo-2-7"), DEMO, "deletion-controller", 7));
    turns.pass(Duration.ofDays(1));
    assertThat(log).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(value = Stage.class, names = "GIVEN_UP", mode = EnumSource.Mode.EXCLUDE)
  void asksForNothingOnceTheLogHasGoneOn(Stage stage) {
    // given
    loop.open();
    givenUp(DEMO, 7, 1);
    // when
    loop.changed(DEMO, in(stage, 7, 1));
    turns.pass(Duration.ofDays(1));
    // then
    assertThat(log).isEmpty();
    assertThat(failed()).isZero();
  }

  @Test
  void asksForNothingBeforeTheLogHasBeenReadAndNothingOnceClosed() {
    // given
    givenUp(DEMO, 7, 1);
    turns.pass(Duration.ofHours(1));
    assertThat(log).isEmpty();
    // when
    loop.open();
    turns.settle();
    assertThat(log).hasSize(1);
    givenUp(DEMO, 8, 2);
    loop.close();
    turns.pass(Duration.ofHours(1));
    // then
    assertThat(log).hasSize(1);
    assertThat(turns.alarms()).isZero();
  }

  @Test
  void aCommandThatCouldNotBeAppendedIsAppendedLater() {
    // given
    loop.open();
    away = true;
    givenUp(DEMO, 7, 1);
    turns.pass(Duration.ofMinutes(5));
    // when
    away = false;
    turns.pass(RenewalLoop.PAUSE_AFTER_FAILURE.plusMillis(1));
    // then
    assertThat(log).hasSize(1);
  }

  @Test
  void anAppendThatFailsAfterTheLogHasGoneOnIsForgotten() {
    // given
    loop.open();
    holding = true;
    givenUp(DEMO, 7, 1);
    turns.pass(Duration.ofMinutes(2));
    // when
    loop.changed(DEMO, in(Stage.LEAVING, 7, 0));
    held.remove().fail("too late");
    turns.pass(Duration.ofHours(1));
    // then
    assertThat(log).hasSize(1);
  }

  @Test
  void boundsHowManyCommandsAreUnderWay() {
    // given
    loop.open();
    holding = true;
    for (int index = 0; index < 100; index++) {
      givenUp(new WorkspaceId("ws-" + index), 7, 1);
    }
    // when
    turns.pass(Duration.ofMinutes(2));
    // then
    assertThat(failed()).isEqualTo(100);
    assertThat(log).hasSize(RenewalLoop.MOST_APPENDING);
    while (!held.isEmpty()) {
      held.remove().complete();
      turns.settle();
    }
    assertThat(log).hasSize(100).doesNotHaveDuplicates();
  }

  private double failed() {
    return meters.get("helium.deletion.failed").gauge().value();
  }
}
