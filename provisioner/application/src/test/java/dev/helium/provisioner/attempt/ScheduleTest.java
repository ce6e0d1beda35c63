package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final Schedule schedule = new Schedule(InstantSource.fixed(NOW));

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
  void whatCouldNotReportDoesNotReplaceSomethingNewer() throws InterruptedException {
    // given
    schedule.want(apply("one", 1, NOW));
    Job first = schedule.take().orElseThrow();
    schedule.want(apply("one", 2, NOW));
    // when
    schedule.wantAgain(first);
    schedule.done(first);
    // then
    assertThat(schedule.take()).map(Job::attempt).contains(2);
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
      CompletableFuture<Optional<Job>> taken = CompletableFuture.supplyAsync(this::take, threads);
      // when
      schedule.close();
      // then
      await().until(taken::isDone);
      assertThat(taken.join()).isEmpty();
    }
  }

  private Optional<Job> take() {
    try {
      return schedule.take();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static Job apply(String name, int attempt, Instant notBefore) {
    return job(name, new Lifecycle.Provisioning(attempt, 0, notBefore));
  }

  private static Job destroy(String name, int attempt) {
    return job(name, new Lifecycle.Destroying(attempt, 0, NOW, new DeletionReason.Requested()));
  }

  private static Job job(String name, Lifecycle lifecycle) {
    Workspace workspace =
        new Workspace(
            new WorkspaceId(name),
            1,
            new WorkspaceSpec("namespace", Map.of(), Map.of()),
            "",
            NOW,
            NOW,
            lifecycle,
            1,
            new CommandId("c"),
            1,
            List.of());
    return Job.dueFor(workspace, (id, report) -> {}).orElseThrow();
  }
}
