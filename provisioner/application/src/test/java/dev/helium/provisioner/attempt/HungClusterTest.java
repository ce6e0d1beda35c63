package dev.helium.provisioner.attempt;

import static dev.helium.provisioner.attempt.TestWorkspaces.LAB;
import static dev.helium.provisioner.attempt.TestWorkspaces.NOW;
import static dev.helium.provisioner.attempt.TestWorkspaces.destroying;
import static dev.helium.provisioner.attempt.TestWorkspaces.making;
import static dev.helium.provisioner.attempt.TestWorkspaces.workspace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.ClusterName;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Step;
import dev.helium.provisioner.metrics.AttemptMeters;
import dev.helium.service.metrics.KnownNames;
import dev.helium.service.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attempts in a cluster that does not answer, which stay in their slots until the test ends. */
final class HungClusterTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Slots SLOTS = new Slots(4);
  private static final String HUNG = "hung-";
  private static final int MANY = 20;

  private final TestOwner owner = new TestOwner("partition-0:1");
  private final Hanging runner = new Hanging();
  private final Attempts attempts =
      new Attempts(
          runner,
          SLOTS,
          InstantSource.fixed(NOW),
          new AttemptMeters(new SimpleMeterRegistry(), KnownNames.of(Set.of())),
          Tracing.off());

  @AfterEach
  void stop() throws InterruptedException {
    runner.mayEnd.countDown();
    attempts.close(LONGEST);
  }

  @Test
  void creationsGoOnWhileDeletionsHang() {
    // given
    destroyMany(ClusterName.DEFAULT);
    attempts.start();
    awaitHung(SLOTS.deletions());
    // when
    attempts.consider(making("new", 1, ClusterName.DEFAULT), owner);
    // then
    awaitReports(new AttemptReport.Applied(1, Map.of()));
    assertThat(runner.hung).hasValue(SLOTS.deletions());
  }

  @Test
  void otherClustersGoOnWhileTheDeletionsOfOneHang() {
    // given
    destroyMany(LAB);
    attempts.start();
    awaitHung(SLOTS.deletionsOfOneCluster());
    // when
    attempts.consider(making("new", 1, ClusterName.DEFAULT), owner);
    attempts.consider(destroying("gone", 2, ClusterName.DEFAULT), owner);
    // then
    awaitReports(new AttemptReport.Applied(1, Map.of()), new AttemptReport.Destroyed(2));
    assertThat(runner.hung).hasValue(SLOTS.deletionsOfOneCluster());
  }

  @Test
  void otherClustersGoOnWhileTheCreationsOfOneHang() {
    // given
    for (int number = 1; number <= MANY; number++) {
      attempts.consider(making(HUNG + number, number, LAB), owner);
    }
    attempts.start();
    awaitHung(SLOTS.ofOneCluster());
    // when
    attempts.consider(making("new", 1, ClusterName.DEFAULT), owner);
    attempts.consider(destroying("gone", 2, ClusterName.DEFAULT), owner);
    // then
    awaitReports(new AttemptReport.Applied(1, Map.of()), new AttemptReport.Destroyed(2));
    assertThat(runner.hung).hasValue(SLOTS.ofOneCluster());
  }

  @Test
  void aClusterInWhichNothingWasDueYetFindsASlot() {
    // given
    attempts.consider(workspace("tenant", LAB, "", new Lifecycle.Provisioned(1, Map.of())), owner);
    destroyMany(ClusterName.DEFAULT);
    attempts.start();
    awaitHung(SLOTS.deletionsOfOneCluster());
    // when
    attempts.consider(destroying("tenant", 2, LAB), owner);
    // then
    awaitReports(new AttemptReport.Destroyed(2));
    assertThat(runner.hung).hasValue(SLOTS.deletionsOfOneCluster());
  }

  @Test
  void nothingIsLeftToAClusterInWhichNobodyLives() {
    // given
    attempts.consider(workspace("was", LAB, "", new Lifecycle.Absent()), owner);
    for (int number = 1; number <= MANY; number++) {
      attempts.consider(making(HUNG + number, number, ClusterName.DEFAULT), owner);
    }
    // when
    attempts.start();
    // then
    awaitHung(SLOTS.all());
  }

  private void destroyMany(ClusterName cluster) {
    for (int number = 1; number <= MANY; number++) {
      attempts.consider(destroying(HUNG + number, number, cluster), owner);
    }
  }

  private void awaitHung(int count) {
    await().atMost(LONGEST).until(() -> runner.hung.get() == count);
  }

  private void awaitReports(AttemptReport... reports) {
    await()
        .atMost(LONGEST)
        .untilAsserted(() -> assertThat(owner.reports()).containsExactlyInAnyOrder(reports));
  }

  /** Does at once what is asked for where it is answered. */
  private static final class Hanging implements Runner {
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicInteger hung = new AtomicInteger();

    @Override
    public AttemptReport run(Job job, Consumer<Step> progress, AttemptTrace trace) {
      return job.workspace().id().value().startsWith(HUNG) ? hang(job) : done(job);
    }

    private AttemptReport hang(Job job) {
      hung.incrementAndGet();
      try {
        mayEnd.await();
      } catch (InterruptedException cancelled) {
        Thread.currentThread().interrupt();
      }
      return new AttemptReport.Failed(
          job.attempt(), new Failure(FailureKind.TIMED_OUT, "nothing was answered"));
    }

    private static AttemptReport done(Job job) {
      return switch (job.direction()) {
        case APPLY -> new AttemptReport.Applied(job.attempt(), Map.of());
        case DESTROY -> new AttemptReport.Destroyed(job.attempt());
      };
    }
  }
}
