package dev.helium.provisioner.attempt;

import static dev.helium.provisioner.attempt.TestWorkspaces.LAB;
import static dev.helium.provisioner.attempt.TestWorkspaces.NOW;
import static dev.helium.provisioner.attempt.TestWorkspaces.destroying;
import static dev.helium.provisioner.attempt.TestWorkspaces.job;
import static dev.helium.provisioner.attempt.TestWorkspaces.making;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.ClusterName;
import dev.helium.provisioner.metrics.Direction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Eight slots, if nothing else is said, and who may have how many of them. */
final class SharedSlotsTest {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int ALL = 8;

  private final Schedule schedule = new Schedule(new Slots(ALL), InstantSource.fixed(NOW));

  @Test
  void deletionsLeaveAQuarterToCreationsThatComeLater() {
    // given
    wantDeletions(10, ClusterName.DEFAULT);
    assertThat(begin()).hasSize(6);
    // when
    wantCreations(3, ClusterName.DEFAULT);
    // then
    assertThat(begin())
        .extracting(Job::direction)
        .containsExactly(Direction.APPLY, Direction.APPLY);
  }

  @Test
  void creationsOfAClusterThatStandsAloneMayHaveAllSlots() {
    // given
    wantCreations(10, ClusterName.DEFAULT);
    // then
    assertThat(begin()).hasSize(ALL);
  }

  @Test
  void creationsDoNotWaitBehindDeletionsWhereOnlyOneRunsAtATime() {
    // given
    Schedule single = new Schedule(new Slots(1), InstantSource.fixed(NOW));
    for (int number = 1; number <= 8; number++) {
      single.want(job(destroying("gone-" + number, number, ClusterName.DEFAULT)));
      single.want(job(making("new-" + number, number, ClusterName.DEFAULT)));
    }
    // when
    List<Direction> directions = new ArrayList<>();
    for (int turn = 1; turn <= 8; turn++) {
      Job job = single.next(NOW).orElseThrow();
      directions.add(job.direction());
      single.done(job);
    }
    // then
    assertThat(directions)
        .containsExactly(
            Direction.DESTROY,
            Direction.DESTROY,
            Direction.DESTROY,
            Direction.APPLY,
            Direction.DESTROY,
            Direction.DESTROY,
            Direction.DESTROY,
            Direction.APPLY);
  }

  @Test
  void oneOfSeveralClustersLeavesSlotsForWhateverComesFromTheOthers() {
    // given
    schedule.knows(LAB);
    wantDeletions(10, LAB);
    wantCreations(10, LAB);
    assertThat(begin())
        .extracting(Job::direction)
        .containsExactlyInAnyOrder(
            Direction.DESTROY,
            Direction.DESTROY,
            Direction.DESTROY,
            Direction.DESTROY,
            Direction.APPLY,
            Direction.APPLY);
    // when
    wantDeletions(10, ClusterName.DEFAULT);
    // then
    assertThat(begin()).hasSize(2).allMatch(job -> Kind.of(job).cluster().isDefault());
  }

  @Test
  void theDefaultClusterIsOneOfSeveralToo() {
    // given
    schedule.knows(LAB);
    wantCreations(10, ClusterName.DEFAULT);
    // then
    assertThat(begin()).hasSize(6);
  }

  @Test
  void creationsHaveTheirTurnAlthoughThoseOfAnotherClusterHoldTheirShare() {
    // given what will not end
    schedule.knows(LAB);
    wantDeletions(10, LAB);
    wantCreations(10, LAB);
    assertThat(begin()).hasSize(6);
    // and what goes on beside it
    wantDeletions(10, ClusterName.DEFAULT);
    List<Job> beside = begin();
    // when
    wantCreations(1, ClusterName.DEFAULT);
    List<Direction> directions = new ArrayList<>();
    for (int turn = 1; turn <= 4; turn++) {
      schedule.done(beside.removeFirst());
      Job next = schedule.next(NOW).orElseThrow();
      directions.add(next.direction());
      beside.add(next);
    }
    // then
    assertThat(directions).containsOnlyOnce(Direction.APPLY);
  }

  @Test
  void aWorkerWhoMayBeginNothingRestsUntilThereIsRoom() {
    // given
    wantDeletions(7, ClusterName.DEFAULT);
    List<Job> begun = begin();
    CompletableFuture<Optional<Job>> taken = new CompletableFuture<>();
    Thread worker =
        Thread.ofPlatform().daemon().start(() -> taken.complete(TestWorkspaces.take(schedule)));
    await().atMost(LONGEST).until(() -> worker.getState() == Thread.State.TIMED_WAITING);
    // when
    schedule.done(begun.getFirst());
    // then
    await().atMost(LONGEST).until(taken::isDone);
    assertThat(taken.join()).map(Job::direction).contains(Direction.DESTROY);
  }

  private void wantDeletions(int count, ClusterName cluster) {
    for (int number = 1; number <= count; number++) {
      schedule.want(job(destroying("gone-" + cluster + "-" + number, number, cluster)));
    }
  }

  private void wantCreations(int count, ClusterName cluster) {
    for (int number = 1; number <= count; number++) {
      schedule.want(job(making("new-" + cluster + "-" + number, number, cluster)));
    }
  }

  /** As many as may, until no slot is free. */
  private List<Job> begin() {
    List<Job> begun = new ArrayList<>();
    for (Optional<Job> next = next(); next.isPresent(); next = next()) {
      begun.add(next.get());
    }
    return begun;
  }

  private Optional<Job> next() {
    return schedule.running() < ALL ? schedule.next(NOW) : Optional.empty();
  }
}
