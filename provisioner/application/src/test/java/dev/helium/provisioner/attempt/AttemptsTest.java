package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.ClusterName;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Step;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.metrics.AttemptMeters;
import dev.helium.provisioner.metrics.Direction;
import dev.helium.service.metrics.KnownNames;
import dev.helium.service.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AttemptsTest {
  private static final WorkspaceId ID = new WorkspaceId("example");
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final TestOwner owner = new TestOwner("partition-0:1");
  private final Applying runner = new Applying();
  private final Attempts attempts =
      new Attempts(
          runner,
          new Slots(2),
          InstantSource.fixed(TestWorkspaces.NOW),
          new AttemptMeters(new SimpleMeterRegistry(), KnownNames.of(Set.of())),
          Tracing.off());

  @AfterEach
  void stop() throws InterruptedException {
    runner.mayEnd.countDown();
    attempts.close(LONGEST);
  }

  @Test
  void aDeletionEndsTheAttemptUnderWayAndItsOutcomeDoesNotCount() {
    // given
    attempts.consider(applying(1), owner);
    attempts.start();
    await().atMost(LONGEST).until(() -> runner.begun.getCount() == 0);
    // when
    attempts.consider(destroying(2), owner);
    // then
    await()
        .atMost(LONGEST)
        .untilAsserted(
            () -> assertThat(owner.reports()).containsExactly(new AttemptReport.Destroyed(2)));
  }

  @Test
  void whoLosesTheWorkspaceEndsTheAttempt() {
    // given
    attempts.consider(applying(1), owner);
    attempts.start();
    await().atMost(LONGEST).until(() -> runner.begun.getCount() == 0);
    TestOwner next = new TestOwner("partition-0:2");
    // when
    attempts.forget(ID, owner);
    attempts.consider(destroying(1), next);
    // then
    await().atMost(LONGEST).until(() -> !next.reports().isEmpty());
    assertThat(owner.reports()).isEmpty();
  }

  @Test
  void whatAnEarlierOwnerForgetsIsNotTheNextOnes() {
    // given
    TestOwner next = new TestOwner("partition-0:2");
    attempts.consider(applying(1), next);
    attempts.start();
    await().atMost(LONGEST).until(() -> runner.begun.getCount() == 0);
    // when
    attempts.forget(ID, owner);
    runner.mayEnd.countDown();
    // then
    await()
        .atMost(LONGEST)
        .untilAsserted(
            () ->
                assertThat(next.reports()).containsExactly(new AttemptReport.Applied(1, Map.of())));
  }

  @Test
  void theSameAttemptConsideredAgainGoesOn() {
    // given
    attempts.consider(applying(1), owner);
    attempts.start();
    await().atMost(LONGEST).until(() -> runner.begun.getCount() == 0);
    // when
    attempts.consider(applying(1), owner);
    runner.mayEnd.countDown();
    // then
    await()
        .atMost(LONGEST)
        .until(() -> owner.reports().contains(new AttemptReport.Applied(1, Map.of())));
  }

  private static Workspace applying(int attempt) {
    return TestWorkspaces.making(ID.value(), attempt, ClusterName.DEFAULT);
  }

  private static Workspace destroying(int attempt) {
    return TestWorkspaces.destroying(ID.value(), attempt, ClusterName.DEFAULT);
  }

  /** Applies for as long as it is let, and destroys at once. */
  private static final class Applying implements Runner {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Override
    public AttemptReport run(Job job, Consumer<Step> progress, AttemptTrace trace) {
      if (job.direction() == Direction.DESTROY) {
        return new AttemptReport.Destroyed(job.attempt());
      }
      begun.countDown();
      try {
        return mayEnd.await(2 * LONGEST.toSeconds(), TimeUnit.SECONDS)
            ? new AttemptReport.Applied(job.attempt(), Map.of())
            : failed(job, "it was not let");
      } catch (InterruptedException cancelled) {
        Thread.currentThread().interrupt();
        return failed(job, "cancelled");
      }
    }

    private static AttemptReport failed(Job job, String why) {
      return new AttemptReport.Failed(job.attempt(), new Failure(FailureKind.TIMED_OUT, why));
    }
  }
}
