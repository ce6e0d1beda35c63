package dev.helium.provisioner.attempt;

import static dev.helium.provisioner.attempt.TestWorkspaces.LAB;
import static dev.helium.provisioner.attempt.TestWorkspaces.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.ClusterName;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.metrics.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jobs of all kinds that come, end, are replaced and are forgotten at any time, in one to twelve
 * slots and one to three clusters: whatever happens, nobody has more than their share, nobody who
 * may begin is kept waiting, and everybody's turn comes.
 */
final class ScheduleSimulationTest {
  private static final int WORKSPACES = 60;
  private static final int STEPS = 600;
  private static final List<ClusterName> CLUSTERS =
      List.of(ClusterName.DEFAULT, LAB, new ClusterName("far"));
  private static final List<String> USERS = List.of("ada", "bob");

  private final Map<WorkspaceId, Job> waiting = new HashMap<>();
  private final Map<WorkspaceId, Job> running = new HashMap<>();
  private Random random;
  private Slots slots;
  private List<ClusterName> clusters;
  private Schedule schedule;
  private Instant now = NOW;
  private int attempt;
  private int passedOver;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nobodyIsKeptOutByWhatMayStayForLong(long seed) {
    // given
    random = new Random(seed);
    slots = new Slots(1 + random.nextInt(12));
    clusters = CLUSTERS.subList(0, 1 + random.nextInt(CLUSTERS.size()));
    schedule = new Schedule(slots, InstantSource.fixed(NOW));
    clusters.forEach(schedule::knows);
    for (int step = 0; step < STEPS; step++) {
      // when
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> want();
        case 3 -> forget();
        case 4 -> now = now.plusSeconds(random.nextInt(20));
        case 5, 6 -> end();
        default -> ask();
      }
      // then
      assertThat(schedule.waiting()).isEqualTo(waiting.size());
      assertThat(schedule.running()).isEqualTo(running.size());
    }
    assertEverybodyHasATurn();
  }

  private void want() {
    Instant notBefore = now.plusSeconds(random.nextInt(60) - 30);
    Lifecycle lifecycle =
        random.nextInt(3) == 0
            ? new Lifecycle.Provisioning(++attempt, 0, notBefore)
            : new Lifecycle.Destroying(++attempt, 0, notBefore, new DeletionReason.Requested());
    Job job =
        TestWorkspaces.job(
            TestWorkspaces.workspace(
                "workspace-" + random.nextInt(WORKSPACES),
                clusters.get(random.nextInt(clusters.size())),
                USERS.get(random.nextInt(USERS.size())),
                lifecycle));
    schedule.want(job);
    waiting.put(job.workspace().id(), job);
  }

  private void forget() {
    WorkspaceId workspace = new WorkspaceId("workspace-" + random.nextInt(WORKSPACES));
    schedule.forget(workspace);
    waiting.remove(workspace);
  }

  private void end() {
    if (!running.isEmpty()) {
      Job job = List.copyOf(running.values()).get(random.nextInt(running.size()));
      running.remove(job.workspace().id());
      schedule.done(job);
    }
  }

  /** As a worker who is free does; true when that one has something to do now. */
  private boolean ask() {
    if (running.size() < slots.all()) {
      Optional<Job> next = schedule.next(now);
      if (next.isPresent()) {
        begun(next.get());
        return true;
      }
      assertThat(due()).noneMatch(this::hasRoom);
    }
    due().forEach(this::assertKeptOutByWhatItHasToWaitFor);
    return false;
  }

  private void begun(Job job) {
    assertThat(due()).contains(job);
    assertThat(due().filter(other -> isAlike(other, job)))
        .noneMatch(other -> other.notBefore().isBefore(job.notBefore()));
    boolean passesOver = isDeletion(job) && due().anyMatch(this::isCreationOfWhichFewRun);
    passedOver = passesOver ? passedOver + 1 : 0;
    assertThat(passedOver).isLessThanOrEqualTo(3);
    waiting.remove(job.workspace().id());
    running.put(job.workspace().id(), job);
    assertSharesAreKept(job);
  }

  private void assertSharesAreKept(Job begun) {
    Kind kind = Kind.of(begun);
    if (isDeletion(begun)) {
      assertThat(count(ScheduleSimulationTest::isDeletion)).isLessThanOrEqualTo(slots.deletions());
    }
    if (areSeveral()) {
      assertThat(countIn(kind.cluster())).isLessThanOrEqualTo(slots.ofOneCluster());
    }
    if (areSeveral() && isDeletion(begun)) {
      assertThat(countOf(kind)).isLessThanOrEqualTo(slots.deletionsOfOneCluster());
    }
  }

  /** Not by deletions alone if it is a creation, and not by one other cluster alone. */
  private void assertKeptOutByWhatItHasToWaitFor(Job job) {
    if (!isDeletion(job) && slots.all() > 1) {
      assertThat(running.values()).anyMatch(other -> !isDeletion(other));
    }
    ClusterName own = Kind.of(job).cluster();
    List<ClusterName> clustersThatRun =
        running.values().stream().map(other -> Kind.of(other).cluster()).distinct().toList();
    if (slots.all() > 2 && !clustersThatRun.contains(own)) {
      assertThat(clustersThatRun).hasSizeGreaterThan(1);
    }
  }

  private void assertEverybodyHasATurn() {
    now = now.plus(Duration.ofDays(1));
    while (!waiting.isEmpty()) {
      boolean begun = ask();
      assertThat(running).isNotEmpty();
      if (!begun) {
        end();
      }
    }
    assertThat(schedule.waiting()).isZero();
  }

  private Stream<Job> due() {
    return waiting.values().stream()
        .filter(job -> !running.containsKey(job.workspace().id()))
        .filter(job -> !job.notBefore().isAfter(now));
  }

  private boolean hasRoom(Job job) {
    Kind kind = Kind.of(job);
    if (areSeveral() && countIn(kind.cluster()) >= slots.ofOneCluster()) {
      return false;
    }
    if (!isDeletion(job)) {
      return true;
    }
    if (areSeveral() && countOf(kind) >= slots.deletionsOfOneCluster()) {
      return false;
    }
    return count(ScheduleSimulationTest::isDeletion) < slots.deletions();
  }

  private boolean isCreationOfWhichFewRun(Job job) {
    return !isDeletion(job) && hasRoom(job) && countOf(Kind.of(job)) < slots.creations();
  }

  private boolean areSeveral() {
    return clusters.size() > 1;
  }

  private long countIn(ClusterName cluster) {
    return count(job -> Kind.of(job).cluster().equals(cluster));
  }

  private long countOf(Kind kind) {
    return count(job -> Kind.of(job).equals(kind));
  }

  private long count(Predicate<Job> which) {
    return running.values().stream().filter(which).count();
  }

  private static boolean isAlike(Job one, Job other) {
    return Kind.of(one).equals(Kind.of(other))
        && one.workspace().createdBy().equals(other.workspace().createdBy());
  }

  private static boolean isDeletion(Job job) {
    return job.direction() == Direction.DESTROY;
  }
}
