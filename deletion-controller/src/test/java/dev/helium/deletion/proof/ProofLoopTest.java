package dev.helium.deletion.proof;

import static dev.helium.deletion.Samples.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.tenure.Tenure;
import dev.helium.deletion.tenure.Tenure.Stage;
import dev.helium.deletion.turns.ManualTurns;
import dev.helium.domain.Command;
import dev.helium.domain.Holdup;
import dev.helium.domain.Proof;
import dev.helium.domain.Receipt;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Health;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ProofLoopTest {
  private static final Verdict GONE =
      new Verdict.Gone(List.of("looked everywhere"), List.of("Pod"), List.of());
  private static final Verdict.Held HELD = new Verdict.Held(List.of("namespace demo is there"));

  private final ManualTurns turns = new ManualTurns();
  private final Instant start = turns.instant();
  private final Health health = new Health();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Command.ConfirmDeletion> log = new ArrayList<>();
  private final List<Command.ReportHeld> reports = new ArrayList<>();
  private final List<List<WorkspaceId>> looks = new ArrayList<>();
  private final Set<WorkspaceId> gone = new HashSet<>();
  private final Set<WorkspaceId> knownHeld = new HashSet<>();
  private Optional<Promise<Map<WorkspaceId, Verdict>>> answer = Optional.empty();
  private boolean clusterAway;
  private boolean logAway;
  private final ProofLoop loop =
      new ProofLoop(
          new Cluster(), this::append, turns, turns, new Answers(), new ProofMeters(meters, turns));

  private final class Answers implements Reach {
    @Override
    public void answers() {
      health.ready(ProofLoop.CHECK);
    }

    @Override
    public void doesNotAnswer(String why) {
      health.notReady(ProofLoop.CHECK, why);
    }
  }

  private final class Cluster implements Inspector {
    @Override
    public Optional<Verdict.Held> held(Candidate candidate) {
      return knownHeld.contains(candidate.workspace()) ? Optional.of(HELD) : Optional.empty();
    }

    @Override
    public Future<Map<WorkspaceId, Verdict>> inspect(List<Candidate> candidates) {
      looks.add(candidates.stream().map(Candidate::workspace).toList());
      if (clusterAway) {
        return Future.failedFuture("connection refused");
      }
      return answer.map(Promise::future).orElseGet(() -> Future.succeededFuture(see(candidates)));
    }

    private Map<WorkspaceId, Verdict> see(List<Candidate> candidates) {
      Map<WorkspaceId, Verdict> verdicts = new HashMap<>();
      candidates.forEach(
          candidate ->
              verdicts.put(
                  candidate.workspace(), gone.contains(candidate.workspace()) ? GONE : HELD));
      return verdicts;
    }
  }

  private Future<Void> append(Command command) {
    if (logAway) {
      return Future.failedFuture("the log is away");
    }
    if (command instanceof Command.ReportHeld report) {
      reports.add(report);
    } else {
      log.add((Command.ConfirmDeletion) command);
    }
    return Future.succeededFuture();
  }

  private void destroyed(WorkspaceId workspace) {
    loop.changed(workspace, new Tenure(4, Stage.DESTROYED, start, start, turns.instant()));
  }

  private void in(Stage stage) {
    loop.changed(DEMO, new Tenure(4, stage, start, start, Instant.MAX));
  }

  private double unproven() {
    return meters.get("helium.deletion.unproven").gauge().value();
  }

  @Test
  void confirmsAtOnceWhatIsGone() {
    gone.add(DEMO);
    loop.open();
    destroyed(DEMO);
    turns.settle();
    assertThat(log).hasSize(1);
    assertThat(log.getFirst().id().value()).isEqualTo("confirm-demo-4-" + start.toEpochMilli());
    assertThat(log.getFirst().receipt())
        .isEqualTo(
            new Receipt(
                4,
                List.of("looked everywhere", "its stack was empty and removed at " + start),
                start,
                new Proof(Instant.EPOCH, start, List.of("Pod"), List.of())));
    turns.pass(Duration.ofHours(1));
    assertThat(log).hasSize(1);
    assertThat(looks).hasSize(1);
    assertThat(unproven()).isZero();
  }

  @Test
  void looksForNothingBeforeTheLogHasBeenRead() {
    gone.add(DEMO);
    destroyed(DEMO);
    turns.pass(Duration.ofMinutes(1));
    assertThat(looks).isEmpty();
    loop.open();
    turns.settle();
    assertThat(log).hasSize(1);
  }

  @Test
  void looksForNothingThatIsNotDestroyed() {
    loop.open();
    in(Stage.LIVING);
    in(Stage.LEAVING);
    turns.pass(Duration.ofMinutes(1));
    assertThat(looks).isEmpty();
  }

  @Test
  void looksAgainWithGrowingPausesUntilItIsGone() {
    loop.open();
    destroyed(DEMO);
    turns.pass(Duration.ofMinutes(1));
    assertThat(log).isEmpty();
    assertThat(looks).hasSizeBetween(15, 20);
    assertThat(unproven()).isEqualTo(1);
    assertThat(meters.get("helium.deletion.unproven.oldest").gauge().value()).isEqualTo(60);
    gone.add(DEMO);
    turns.pass(Duration.ofSeconds(5));
    assertThat(log).hasSize(1);
  }

  @Test
  void saysOnceWhatHoldsItAndNothingOnceItIsGone() {
    // given
    loop.open();
    destroyed(DEMO);
    // when
    turns.pass(Held.FIRST.minusMillis(1));
    // then
    assertThat(reports).isEmpty();
    // when
    turns.pass(Duration.ofHours(1));
    // then
    assertThat(reports).hasSize(1);
    assertThat(reports.getFirst().incarnation()).isEqualTo(4);
    assertThat(reports.getFirst().holdup())
        .isEqualTo(new Holdup(List.of("namespace demo is there"), start));
    // when
    gone.add(DEMO);
    clusterAway = true;
    turns.pass(Duration.ofMillis(1));
    clusterAway = false;
    turns.pass(Duration.ofHours(1));
    // then
    assertThat(log).hasSize(1);
    assertThat(reports).hasSize(1);
  }

  @Test
  void aClusterThatDoesNotAnswerIsSaidToHoldIt() {
    // given
    clusterAway = true;
    loop.open();
    // when
    destroyed(DEMO);
    turns.pass(Held.FIRST.plusSeconds(1));
    // then
    assertThat(reports).hasSize(1);
    assertThat(reports.getFirst().holdup().by().getFirst())
        .startsWith("the cluster could not be asked");
  }

  @Test
  void looksAtOnceWhenItsNamespaceIsSeenToGo() {
    knownHeld.add(DEMO);
    loop.open();
    destroyed(DEMO);
    turns.pass(Duration.ofMinutes(1));
    assertThat(looks).isEmpty();
    knownHeld.clear();
    gone.add(DEMO);
    loop.namespaceChanged(DEMO);
    turns.settle();
    assertThat(log).hasSize(1);
  }

  @Test
  void aClockThatIsSetBackDelaysNoLook() {
    // given a look that ends while the clock is a day ahead, and another one that waits by it
    WorkspaceId other = new WorkspaceId("other");
    Instant now = turns.instant();
    loop.open();
    turns.set(now.plus(Duration.ofDays(1)));
    destroyed(DEMO);
    turns.settle();
    assertThat(looks).hasSize(1);
    // when
    turns.set(now);
    gone.add(DEMO);
    gone.add(other);
    destroyed(other);
    turns.pass(Duration.ofSeconds(10));
    // then
    assertThat(log).extracting(Command::workspace).containsExactlyInAnyOrder(DEMO, other);
  }

  @Test
  void doesNotMissANamespaceThatGoesDuringALook() {
    Promise<Map<WorkspaceId, Verdict>> slow = Promise.promise();
    answer = Optional.of(slow);
    loop.open();
    destroyed(DEMO);
    turns.settle();
    gone.add(DEMO);
    loop.namespaceChanged(DEMO);
    answer = Optional.empty();
    slow.complete(Map.of(DEMO, HELD));
    turns.pass(Duration.ofMillis(10));
    assertThat(log).hasSize(1);
  }

  @Test
  void asksForNamespacesNobodyWaitsForToBePassedOver() {
    loop.open();
    loop.namespaceChanged(DEMO);
    turns.settle();
    assertThat(looks).isEmpty();
  }

  @Test
  void confirmsNothingWhileTheClusterDoesNotAnswer() {
    clusterAway = true;
    gone.add(DEMO);
    loop.open();
    destroyed(DEMO);
    turns.pass(Duration.ofMinutes(1));
    assertThat(log).isEmpty();
    assertThat(health.isReady()).isFalse();
    clusterAway = false;
    turns.pass(Duration.ofSeconds(5));
    assertThat(log).hasSize(1);
    assertThat(health.isReady()).isTrue();
  }

  @Test
  void looksAnewWhenTheConfirmationCouldNotBeAppended() {
    logAway = true;
    gone.add(DEMO);
    loop.open();
    destroyed(DEMO);
    turns.pass(Duration.ofSeconds(10));
    assertThat(unproven()).isEqualTo(1);
    logAway = false;
    turns.pass(Duration.ofSeconds(5));
    assertThat(log).hasSize(1);
    assertThat(log.getFirst().receipt().confirmedAt()).isAfter(start);
  }

  @Test
  void dropsWhatTheLogHasGoneOnFrom() {
    Promise<Map<WorkspaceId, Verdict>> slow = Promise.promise();
    answer = Optional.of(slow);
    loop.open();
    destroyed(DEMO);
    turns.settle();
    in(Stage.NONE);
    slow.complete(Map.of(DEMO, GONE));
    turns.pass(Duration.ofMinutes(1));
    assertThat(log).isEmpty();
    assertThat(looks).hasSize(1);
  }

  @Test
  void dropsWhatTheLogHasGoneOnFromAlsoWhenTheClusterDidNotAnswer() {
    Promise<Map<WorkspaceId, Verdict>> slow = Promise.promise();
    answer = Optional.of(slow);
    loop.open();
    destroyed(DEMO);
    turns.settle();
    in(Stage.NONE);
    slow.fail("connection refused");
    turns.pass(Duration.ofMinutes(1));
    assertThat(looks).hasSize(1);
    assertThat(unproven()).isZero();
  }

  @Test
  void looksForManyAtOnceAndRestsInBetween() {
    knownHeld.add(new WorkspaceId("held"));
    destroyed(new WorkspaceId("held"));
    for (int index = 0; index < 250; index++) {
      WorkspaceId workspace = new WorkspaceId("ws-" + index);
      gone.add(workspace);
      destroyed(workspace);
    }
    Promise<Map<WorkspaceId, Verdict>> slow = Promise.promise();
    answer = Optional.of(slow);
    loop.open();
    turns.pass(Duration.ofMillis(200));
    assertThat(looks).hasSize(1);
    assertThat(looks.getFirst()).hasSize(ProofLoop.MOST_AT_ONCE);
    answer = Optional.empty();
    Map<WorkspaceId, Verdict> all = new HashMap<>();
    looks.getFirst().forEach(workspace -> all.put(workspace, GONE));
    slow.complete(all);
    turns.pass(Duration.ofMillis(599));
    assertThat(looks).hasSize(1);
    turns.pass(Duration.ofSeconds(5));
    assertThat(looks).hasSize(3);
    assertThat(log).hasSize(250).doesNotHaveDuplicates();
    assertThat(unproven()).isEqualTo(1);
  }

  @Test
  void restsLongerAfterALookForManySoThatOthersShareTheNext() {
    // given
    for (int index = 0; index < ProofLoop.MANY; index++) {
      WorkspaceId workspace = new WorkspaceId("ws-" + index);
      gone.add(workspace);
      destroyed(workspace);
    }
    loop.open();
    turns.settle();
    // when
    List.of("next-1", "next-2")
        .forEach(
            name -> {
              gone.add(new WorkspaceId(name));
              destroyed(new WorkspaceId(name));
              turns.pass(ProofLoop.REST_OF_MANY.dividedBy(2).minusMillis(1));
            });
    // then
    assertThat(looks).hasSize(1);
    turns.pass(Duration.ofMillis(100));
    assertThat(looks).hasSize(2);
    assertThat(looks.getLast()).hasSize(2);
    assertThat(log).hasSize(ProofLoop.MANY + 2);
  }

  @Test
  void doesNotRestForEverWhenTheClockIsSetDuringALook() {
    Promise<Map<WorkspaceId, Verdict>> slow = Promise.promise();
    answer = Optional.of(slow);
    loop.open();
    destroyed(DEMO);
    turns.settle();
    turns.set(start.plusSeconds(86_400));
    answer = Optional.empty();
    gone.add(DEMO);
    slow.complete(Map.of(DEMO, HELD));
    turns.pass(ProofLoop.LONGEST_REST.plusSeconds(1));
    assertThat(log).hasSize(1);
  }

  @Test
  void looksForNothingOnceItIsClosed() {
    loop.open();
    loop.close();
    destroyed(DEMO);
    turns.pass(Duration.ofMinutes(1));
    assertThat(looks).isEmpty();
  }
}
