package dev.helium.deletion.proof;

import static dev.helium.deletion.Samples.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.tenure.Leaving;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.deletion.tenure.Tenure.Stage;
import dev.helium.deletion.turns.ManualTurns;
import dev.helium.domain.ClusterName;
import dev.helium.domain.Command;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Health;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ProofsTest {
  private static final ClusterName FURTHER = new ClusterName("maker");
  private static final WorkspaceId MAKER = new WorkspaceId("maker");

  private final ManualTurns turns = new ManualTurns();
  private final Health health = new Health();
  private final Map<WorkspaceId, Tenure> lives = new HashMap<>();
  private final Set<ClusterName> used = new HashSet<>();
  private final Set<ClusterName> saidGone = new HashSet<>();
  private final List<Command> log = new ArrayList<>();
  private final Cluster defaultCluster = new Cluster("default");
  private final Cluster further = new Cluster("maker");
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Proofs proofs =
      new Proofs(
          workspace -> lives.getOrDefault(workspace, Tenure.NONE),
          used::contains,
          this::append,
          turns,
          turns,
          health,
          meters);

  private Future<Void> append(Command command) {
    log.add(command);
    return Future.succeededFuture();
  }

  private static final class Cluster implements Inspector {
    private final String name;
    private final List<WorkspaceId> asked = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private boolean away;

    Cluster(String name) {
      this.name = name;
    }

    @Override
    public Optional<Verdict.Held> held(Candidate candidate) {
      return Optional.empty();
    }

    @Override
    public Future<Map<WorkspaceId, Verdict>> inspect(List<Candidate> candidates) {
      Map<WorkspaceId, Verdict> verdicts = new HashMap<>();
      candidates.forEach(
          candidate -> {
            asked.add(candidate.workspace());
            verdicts.put(
                candidate.workspace(),
                left.isEmpty()
                    ? new Verdict.Gone(List.of("not in " + name), List.of(), List.of())
                    : new Verdict.Held(left));
          });
      return away ? Future.failedFuture("away") : Future.succeededFuture(verdicts);
    }
  }

  @BeforeEach
  void open() {
    proofs.reach(ClusterName.DEFAULT, defaultCluster);
    proofs.open();
    proofs.openDefault();
    proofs.allKnown(true);
    proofs.witness(saidGone::contains);
  }

  private static Tenure in(Stage stage, int incarnation, ClusterName cluster) {
    return new Tenure(
        incarnation, stage, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Leaving.NONE, cluster);
  }

  private void destroyed(ClusterName cluster) {
    proofs.changed(DEMO, in(Stage.DESTROYED, 1, cluster));
    turns.settle();
  }

  private List<String> evidence() {
    assertThat(log).hasSize(1);
    return ((Command.ConfirmDeletion) log.getFirst()).receipt().evidence();
  }

  @Test
  void eachIsLookedForInTheClusterItLivedIn() {
    // given
    proofs.reach(FURTHER, further);
    // when
    destroyed(FURTHER);
    // then
    assertThat(evidence()).first().isEqualTo("not in maker");
    assertThat(defaultCluster.asked).isEmpty();
  }

  @Test
  void aClusterThatIsAwayIsWaitedForAndHoldsNoOtherUp() {
    // given
    proofs.reach(FURTHER, further);
    further.away = true;
    destroyed(FURTHER);
    // when
    proofs.changed(new WorkspaceId("other"), in(Stage.DESTROYED, 1, ClusterName.DEFAULT));
    turns.pass(Duration.ofSeconds(9));
    // then
    assertThat(log).extracting(Command::workspace).containsExactly(new WorkspaceId("other"));
    assertThat(health.isReady()).isTrue();
    // when
    further.away = false;
    turns.pass(Duration.ofSeconds(6));
    // then
    assertThat(log).extracting(Command::workspace).contains(DEMO);
  }

  @ParameterizedTest
  @EnumSource(value = Stage.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void aMissingKubeconfigAloneProvesNothing(Stage stage) {
    // given
    lives.put(MAKER, in(stage, 1, ClusterName.DEFAULT));
    proofs.reach(FURTHER, further);
    further.away = true;
    destroyed(FURTHER);
    // when
    proofs.leave(FURTHER);
    turns.pass(Duration.ofMinutes(1));
    // then
    assertThat(log).hasSize(1);
    assertThat(((Command.ReportHeld) log.getFirst()).holdup().by().getFirst())
        .contains("there is no kubeconfig of it", "is not deleted");
  }

  @Test
  void aKubeconfigThatIsWrittenAnewIsNotTakenForOneThatIsMissing() {
    // given a maker that is gone, and a cluster that does not answer
    proofs.reach(FURTHER, further);
    further.away = true;
    destroyed(FURTHER);
    Cluster anew = new Cluster("anew");
    anew.away = true;
    // when
    proofs.reach(FURTHER, anew);
    turns.pass(Duration.ofSeconds(9));
    // then
    assertThat(log).isEmpty();
    assertThat(anew.asked).isNotEmpty();
    // when
    anew.away = false;
    turns.pass(Duration.ofSeconds(6));
    // then
    assertThat(log).anyMatch(Command.ConfirmDeletion.class::isInstance);
  }

  @Test
  void aMakerThatIsDeletedAloneProvesNothing() {
    // given
    lives.put(MAKER, in(Stage.NONE, 1, ClusterName.DEFAULT));
    proofs.reach(FURTHER, further);
    further.away = true;
    // when
    destroyed(FURTHER);
    turns.pass(Duration.ofMinutes(1));
    // then
    assertThat(log).noneMatch(Command.ConfirmDeletion.class::isInstance);
  }

  @Test
  void bothWitnessesTogetherProveThatAClusterIsGone() {
    // given
    lives.put(MAKER, in(Stage.LEAVING, 1, ClusterName.DEFAULT));
    destroyed(FURTHER);
    turns.pass(Duration.ofSeconds(5));
    assertThat(log).isEmpty();
    // when
    lives.put(MAKER, in(Stage.NONE, 1, ClusterName.DEFAULT));
    turns.pass(Duration.ofSeconds(6));
    // then
    assertThat(evidence())
        .first()
        .isEqualTo(
            "cluster maker is gone: its kubeconfig was removed, and the workspace that made it was"
                + " deleted with a receipt");
  }

  @Test
  void whatIsLeftInTheDefaultClusterHoldsWhatWasDestroyedWithoutItsOwn() {
    // given
    lives.put(MAKER, in(Stage.NONE, 1, ClusterName.DEFAULT));
    defaultCluster.left.add("PersistentVolume/disk left");
    // when
    destroyed(FURTHER);
    turns.pass(Duration.ofSeconds(5));
    // then
    assertThat(log).isEmpty();
    assertThat(proofs.isGone(FURTHER)).isTrue();
    // when
    defaultCluster.left.clear();
    turns.pass(Duration.ofSeconds(6));
    // then
    assertThat(evidence()).contains("in the default cluster not in default");
  }

  @Test
  void aClusterIsLostOnlyWhenBothWitnessesSaySo() {
    // given
    lives.put(MAKER, in(Stage.NONE, 1, ClusterName.DEFAULT));
    proofs.reach(FURTHER, further);
    // then
    assertThat(proofs.lost(FURTHER)).isEmpty();
    assertThat(proofs.lost(ClusterName.DEFAULT)).isEmpty();
    // when
    proofs.leave(FURTHER);
    // then
    assertThat(proofs.lost(FURTHER)).hasValueSatisfying(why -> assertThat(why).contains("is gone"));
    // when it is not sure that the file is missing
    proofs.allKnown(false);
    // then
    assertThat(proofs.lost(FURTHER)).isEmpty();
  }

  @Test
  void aClusterThatNobodyEverMadeHoldsNothing() {
    // when
    destroyed(new ClusterName("Not a Workspace"));
    // then
    assertThat(evidence().getFirst()).contains("no workspace of that name was ever made");
  }

  @Test
  void aClusterThatNoWorkspaceMadeAndInWhichSomeHaveLivedIsGoneWhenSomebodySaysSo() {
    // given a kubeconfig that somebody had put there
    used.add(FURTHER);
    proofs.reach(FURTHER, further);
    further.away = true;
    destroyed(FURTHER);
    // when
    proofs.leave(FURTHER);
    turns.pass(Duration.ofMinutes(1));
    // then
    assertThat(proofs.isGone(FURTHER)).isFalse();
    assertThat(log).hasSize(1);
    assertThat(((Command.ReportHeld) log.getFirst()).holdup().by().getFirst())
        .contains("workspaces have lived in it", "put a file maker.gone");
    // when
    log.clear();
    saidGone.add(FURTHER);
    turns.pass(Duration.ofSeconds(6));
    // then
    assertThat(evidence()).first().asString().contains("maker.gone was put in its place");
  }

  @Test
  void aClusterThatIsLeftIsNotComplainedOfAnyMore() {
    // given
    proofs.reach(FURTHER, further);
    further.away = true;
    destroyed(FURTHER);
    assertThat(health.snapshot().get(Proofs.FURTHER_CHECK)).contains("could not be asked");
    // when
    proofs.leave(FURTHER);
    // then
    assertThat(health.snapshot().get(Proofs.FURTHER_CHECK)).doesNotContain("could not be asked");
  }

  @Test
  void nothingIsTakenForGoneWhileSomeKubeconfigsMayBeUnknown() {
    // given
    proofs.allKnown(false);
    // when
    destroyed(FURTHER);
    turns.pass(Duration.ofSeconds(5));
    // then
    assertThat(log).isEmpty();
    // when
    proofs.allKnown(true);
    turns.pass(Duration.ofSeconds(4));
    // then
    assertThat(evidence()).isNotEmpty();
  }

  @Test
  void allWhoWaitAreCountedTogether() {
    // given
    proofs.reach(FURTHER, further);
    further.away = true;
    destroyed(FURTHER);
    defaultCluster.away = true;
    proofs.changed(new WorkspaceId("other"), in(Stage.DESTROYED, 1, ClusterName.DEFAULT));
    // then
    assertThat(meters.get("helium.deletion.unproven").gauge().value()).isEqualTo(2);
    // when
    proofs.leave(FURTHER);
    // then
    assertThat(meters.get("helium.deletion.unproven").gauge().value()).isEqualTo(2);
  }
}
