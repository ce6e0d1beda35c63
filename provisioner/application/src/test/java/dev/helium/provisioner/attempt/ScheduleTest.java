package dev.helium.provisioner.attempt;

import static dev.helium.provisioner.attempt.TestWorkspaces.NOW;
import static dev.helium.provisioner.attempt.TestWorkspaces.destroying;
import static dev.helium.provisioner.attempt.TestWorkspaces.job;
import static dev.helium.provisioner.attempt.TestWorkspaces.workspace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.ClusterName;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.metrics.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
  private final Schedule schedule = new Schedule(new Slots(8), InstantSource.fixed(NOW));

  @Test
  void aNewerAttemptTakesThePlaceOfTheOneThatWaits() throws InterruptedException {
    // given
    schedule.want(apply("one", 1, NOW));
    schedule.want(apply("one", 2, NOW));
    // then
    assertThat(schedule.waiting()).isEqualTo(1);
    assertThat(schedule.take()).map(Job::attempt).contains(2);
  }

  @Test
  void aWorkspaceHasOneAttemptRunningAtATime() throws InterruptedException {
    // given
    schedule.want(apply("one", 1, NOW));
    Job first = schedule.take().orElseThrow();
    schedule.want(apply("one", 2, NOW));
    schedule.want(apply("two", 3, NOW));
    // then
    assertThat(schedule.take()).map(Job::attempt).contains(3);
    schedule.done(first);
    assertThat(schedule.take()).map(Job::attempt).contains(2);
  }

  @Test
  void deletionsGoFirstThenWhatWaitsLongest() throws InterruptedException {
    // given
    schedule.want(apply("new", 1, NOW));
    schedule.want(apply("old", 2, NOW.minusSeconds(60)));
    schedule.want(destroy("gone", 3));
    // then
    assertThat(schedule.take()).map(Job::attempt).contains(3);
    assertThat(schedule.take()).map(Job::attempt).contains(2);
    assertThat(schedule.take()).map(Job::attempt).contains(1);
  }

  @Test
  void aRetryWaitsForItsTime() throws InterruptedException {
    // given
    schedule.want(apply("later", 1, NOW.plusSeconds(60)));
    schedule.want(apply("now", 2, NOW));
    // then
    assertThat(schedule.take()).map(Job::attempt).contains(2);
    assertThat(schedule.waiting()).isEqualTo(1);
  }

  @Test
  void nobodyWhoAsksForMuchKeepsTheOthersWaiting() throws InterruptedException {
    // given
    for (int number = 1; number <= 5; number++) {
      schedule.want(apply("much-" + number, number, NOW.minusSeconds(60), "ada"));
    }
    schedule.want(apply("little", 6, NOW, "bob"));
    // then one of each has its turn, whoever came first
    assertThat(schedule.take()).map(Job::attempt).contains(1);
    assertThat(schedule.take()).map(Job::attempt).contains(6);
    assertThat(schedule.take()).map(Job::attempt).contains(2);
  }

  @Test
  void whoHasWaitedLongestSinceTheLastTurnIsNext() throws InterruptedException {
    // given
    schedule.want(apply("a-1", 1, NOW, "ada"));
    schedule.want(apply("b-1", 2, NOW, "bob"));
    schedule.done(schedule.take().orElseThrow());
    schedule.want(apply("a-2", 3, NOW.minusSeconds(60), "ada"));
    // then
    assertThat(schedule.take()).map(Job::attempt).contains(2);
    assertThat(schedule.take()).map(Job::attempt).contains(3);
  }

  @Test
  void manyDeletionsLeaveAQuarterToCreations() throws InterruptedException {
    // given
    for (int number = 1; number <= 8; number++) {
      schedule.want(destroy("gone-" + number, number));
      schedule.want(apply("new-" + number, 10 + number, NOW));
    }
    // when
    List<Direction> directions = new ArrayList<>();
    for (int taken = 0; taken < 8; taken++) {
      directions.add(schedule.take().orElseThrow().direction());
    }
    // then
    assertThat(directions).filteredOn(Direction.APPLY::equals).hasSize(2);
  }

  @Test
  void whatIsForgottenIsNotRun() {
    // given
    schedule.want(apply("one", 1, NOW));
    // when
    schedule.forget(new WorkspaceId("one"));
    // then
    assertThat(schedule.waiting()).isZero();
  }

  @Test
  void closingEndsTheWaiting() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // given
      CompletableFuture<Optional<Job>> taken =
          CompletableFuture.supplyAsync(() -> TestWorkspaces.take(schedule), threads);
      // when
      schedule.close();
      // then
      await().atMost(Duration.ofMinutes(1)).until(taken::isDone);
      assertThat(taken.join()).isEmpty();
    }
  }

  private static Job apply(String name, int attempt, Instant notBefore) {
    return apply(name, attempt, notBefore, "");
  }

  private static Job apply(String name, int attempt, Instant notBefore, String user) {
    return job(
        workspace(
            name, ClusterName.DEFAULT, user, new Lifecycle.Provisioning(attempt, 0, notBefore)));
  }

  private static Job destroy(String name, int attempt) {
    return job(destroying(name, attempt, ClusterName.DEFAULT));
  }
}
