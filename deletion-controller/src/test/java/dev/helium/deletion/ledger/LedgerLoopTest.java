package dev.helium.deletion.ledger;

import static dev.helium.deletion.Samples.DEMO;
import static dev.helium.deletion.Samples.created;
import static dev.helium.deletion.Samples.deleted;
import static dev.helium.deletion.Samples.deletionRequested;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.Samples;
import dev.helium.deletion.ledger.LedgerPolicy.OnDrift;
import dev.helium.deletion.ledger.LedgerPolicy.OnOrphan;
import dev.helium.domain.ClusterName;
import dev.helium.domain.Command;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Orphan;
import dev.helium.domain.OrphanKind;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LedgerLoopTest {
  private static final Instant FAR = Samples.NOW.plus(Duration.ofDays(30));
  private static final Event.Provisioned MADE =
      new Event.Provisioned(1, Map.of("K8sNamespace", "demo"));

  private static final int OTHER = 5;
  private static final ClusterName LAB = new ClusterName("lab");

  private final LedgerFixture fixture = new LedgerFixture();

  @Test
  void whatIsInOrderIsNoOrphan() {
    // given
    says(DEMO, created(1, FAR), MADE);
    fixture.namespace("demo", "demo", "1");
    fixture.stacks.add("demo");
    Instant begun = fixture.turns.instant();
    // when
    fixture.sweep();
    // then nothing has to be looked at again
    assertThat(fixture.orphans()).isEmpty();
    assertThat(fixture.sweptAt()).isEqualTo(begun);
    assertThat(fixture.commands).isEmpty();
  }

  @Test
  void aNamespaceOfALifeThatIsOverIsSweptAndShownWhileItLasts() {
    // given
    over(DEMO);
    fixture.namespace("demo", "demo", "1");
    // when
    fixture.sweep();
    // then
    Orphan stray = fixture.orphan(OrphanKind.STRAY_NAMESPACE);
    assertThat(stray.name()).isEqualTo("demo");
    assertThat(stray.carriedOut()).isTrue();
    assertThat(stray.evidence().getFirst()).contains("carries the label of workspace demo");
    // when
    Instant since = stray.since();
    fixture.pass(LedgerFixture.INTERVAL);
    // then
    assertThat(fixture.orphan(OrphanKind.STRAY_NAMESPACE).since()).isEqualTo(since);
    assertThat(fixture.orphan(OrphanKind.STRAY_NAMESPACE).lastSeen()).isAfter(since);
    // when it is gone
    fixture.namespaces.clear();
    fixture.pass(LedgerFixture.INTERVAL);
    // then
    assertThat(fixture.orphans()).isEmpty();
  }

  @Test
  void aNamespaceOfAWorkspaceThatNeverWasIsOnlyProposed() {
    // given
    fixture.namespace("foreign", "foreign", "4");
    fixture.policy(OnOrphan.REPAIR, OnDrift.CLOSE);
    // when
    fixture.sweep();
    // then
    Orphan unknown = fixture.orphan(OrphanKind.UNKNOWN_NAMESPACE);
    assertThat(unknown.carriedOut()).isFalse();
    assertThat(unknown.repair()).contains("kubectl delete namespace foreign");
    assertThat(fixture.commands).isEmpty();
  }

  @Test
  void whatIsOnItsWayWhenItIsSeenFirstIsNoOrphan() {
    // given a namespace whose creation the log says only after the look
    fixture.namespace("demo", "demo", "1");
    fixture.beforeLogIsRead(() -> says(DEMO, created(1, FAR)));
    // when
    fixture.sweep();
    // then
    assertThat(fixture.orphans()).isEmpty();
  }

  @Test
  void whatIsMissingAtOneLookOnlyIsNoOrphan() {
    // given
    says(DEMO, created(1, FAR), MADE);
    fixture.open();
    // when it is there at the second look
    fixture.namespace("demo", "demo", "1");
    fixture.pass(LedgerFixture.CONFIRMATION);
    // then
    assertThat(fixture.orphans()).isEmpty();
    assertThat(fixture.commands).isEmpty();
  }

  @Test
  void whatIsMadeAgainBetweenTheLooksIsNoOrphan() {
    // given
    says(DEMO, created(1, FAR), MADE);
    fixture.open();
    // when
    says(DEMO, new Event.Retried(2, "me"), new Event.Provisioned(2, MADE.outputs()));
    fixture.pass(LedgerFixture.CONFIRMATION);
    // then
    assertThat(fixture.orphans()).isEmpty();
  }

  @Test
  void aMissingNamespaceIsReportedOnceAndLeftToPeople() {
    // given
    says(DEMO, created(1, FAR), MADE);
    // when
    fixture.sweep();
    fixture.pass(LedgerFixture.INTERVAL.multipliedBy(2));
    // then
    assertThat(fixture.orphan(OrphanKind.MISSING_NAMESPACE).carriedOut()).isFalse();
    assertThat(fixture.commands)
        .singleElement()
        .isInstanceOfSatisfying(
            Command.ReportDrift.class,
            report -> {
              assertThat(report.attempt()).isEqualTo(1);
              assertThat(report.what()).isEqualTo("namespace demo does not exist");
              assertThat(report.id().value()).isEqualTo("drift-demo-1");
            });
  }

  @Test
  void aMissingNamespaceIsRebuiltByPolicy() {
    // given
    fixture.policy(OnOrphan.REPORT, OnDrift.REBUILD);
    says(DEMO, created(1, FAR), MADE);
    // when
    fixture.sweep();
    // then
    assertThat(fixture.commands)
        .hasExactlyElementsOfTypes(Command.ReportDrift.class, Command.Retry.class);
    assertThat(fixture.orphan(OrphanKind.MISSING_NAMESPACE).carriedOut()).isTrue();
  }

  @Test
  void aMissingNamespaceClosesItsWorkspaceByPolicy() {
    // given
    fixture.policy(OnOrphan.REPORT, OnDrift.CLOSE);
    says(DEMO, created(1, FAR), MADE);
    // when
    fixture.sweep();
    // then
    assertThat(fixture.commands)
        .hasExactlyElementsOfTypes(Command.ReportDrift.class, Command.Delete.class);
    assertThat(((Command.Delete) fixture.commands.getLast()).reason())
        .isEqualTo(new DeletionReason.Drifted(1));
  }

  @Test
  void whenManyAreMissingAtOnceTheClusterIsDoubtedAndNothingIsClosed() {
    // given
    fixture.policy(OnOrphan.REPORT, OnDrift.CLOSE);
    for (int number = 0; number <= Doubts.FEW; number++) {
      WorkspaceId workspace = new WorkspaceId("demo-" + number);
      says(workspace, created(1, FAR));
      says(workspace, new Event.Provisioned(1, Map.of("K8sNamespace", workspace.value())));
    }
    // when
    fixture.sweep();
    // then
    assertThat(fixture.orphans()).hasSize(Doubts.FEW + 1).noneMatch(Orphan::carriedOut);
    assertThat(fixture.commands)
        .hasSize(Doubts.FEW + 1)
        .allMatch(Command.ReportDrift.class::isInstance);
  }

  @Test
  void whenMoreAreMissingThanAreLookedAtTheClusterIsDoubtedToo() {
    // given
    fixture.policy(OnOrphan.REPORT, OnDrift.CLOSE);
    for (int number = 0; number < 6 * LedgerLoop.MOST; number++) {
      WorkspaceId workspace = new WorkspaceId("demo-" + number);
      says(workspace, created(1, FAR));
      says(workspace, new Event.Provisioned(1, Map.of("K8sNamespace", workspace.value())));
    }
    // when
    fixture.sweep();
    // then
    assertThat(fixture.orphans()).hasSize(LedgerLoop.MOST).noneMatch(Orphan::carriedOut);
    assertThat(fixture.commands).allMatch(Command.ReportDrift.class::isInstance);
  }

  @Test
  void whatOthersLiveInTheClusterOfIsClosedAfterThem() {
    // given
    fixture.policy(OnOrphan.REPORT, OnDrift.CLOSE);
    WorkspaceId tenant = new WorkspaceId("tenant");
    says(DEMO, created(1, FAR), MADE);
    says(tenant, createdIn(new ClusterName(DEMO.value())));
    // when
    fixture.sweep();
    // then
    assertThat(fixture.commands).hasExactlyElementsOfTypes(Command.ReportDrift.class);
    assertThat(fixture.orphan(OrphanKind.MISSING_NAMESPACE).repair()).contains("Others live");
    // when
    says(tenant, deletionRequested(), new Event.Destroyed(3), deleted(1));
    fixture.pass(LedgerFixture.INTERVAL);
    // then
    assertThat(fixture.commands)
        .hasExactlyElementsOfTypes(Command.ReportDrift.class, Command.Delete.class);
  }

  @Test
  void aNamespaceThatOnlyBearsTheLabelsOfALifeThatIsOverIsSweptOnce() {
    // given
    over(DEMO);
    fixture.namespace("team-x", "demo", "1");
    // when
    fixture.sweep();
    fixture.pass(LedgerFixture.INTERVAL);
    // then
    assertThat(fixture.orphan(OrphanKind.STRAY_NAMESPACE).carriedOut()).isTrue();
    assertThat(fixture.commands)
        .singleElement()
        .isInstanceOfSatisfying(
            Command.Delete.class,
            delete -> assertThat(delete.reason()).isEqualTo(new DeletionReason.Swept(1)));
  }

  @Test
  void whatCouldNotBeAskedForIsAskedForAfterTheNextSweep() {
    // given
    fixture.policy(OnOrphan.REPORT, OnDrift.REBUILD);
    says(DEMO, created(1, FAR), MADE);
    fixture.logAway = true;
    fixture.sweep();
    // when
    fixture.logAway = false;
    fixture.pass(LedgerFixture.INTERVAL.multipliedBy(2));
    // then
    assertThat(fixture.commands)
        .hasExactlyElementsOfTypes(Command.ReportDrift.class, Command.Retry.class);
  }

  @Test
  void aStackOfALifeThatIsOverIsDestroyedOnlyByPolicy() {
    // given
    over(DEMO);
    fixture.stacks.add("demo");
    fixture.sweep();
    assertThat(fixture.orphan(OrphanKind.STRAY_STACK).carriedOut()).isFalse();
    assertThat(fixture.commands).isEmpty();
    // when
    LedgerFixture repairing = new LedgerFixture();
    repairing.policy(OnOrphan.REPAIR, OnDrift.REPORT);
    repairing.says(DEMO, created(1, FAR), deletionRequested(), new Event.Destroyed(3), deleted(1));
    repairing.stacks.add("demo");
    repairing.stacks.add("never-was");
    repairing.sweep();
    // then
    assertThat(repairing.orphans()).hasSize(2);
    assertThat(repairing.commands)
        .singleElement()
        .isInstanceOfSatisfying(
            Command.Delete.class,
            command -> assertThat(command.reason()).isEqualTo(new DeletionReason.Swept(1)));
  }

  @Test
  void whatIsNotLookedAtIsSaidAndHasNotEnded() {
    // given
    over(DEMO);
    fixture.stacks.add("demo");
    fixture.objects.put(DEMO, Set.of("ClusterRole/a", "ClusterRole/b"));
    fixture.sweep();
    assertThat(fixture.orphans()).hasSize(2);
    // when
    fixture.stacks.clear();
    fixture.objects.clear();
    fixture.unseen.put(Side.STACKS, "it could not be read");
    fixture.pass(LedgerFixture.INTERVAL);
    // then
    assertThat(fixture.orphans()).extracting(Orphan::kind).containsExactly(OrphanKind.STRAY_STACK);
    assertThat(fixture.directions())
        .filteredOn(direction -> !direction.lookedAt())
        .singleElement()
        .satisfies(direction -> assertThat(direction.name()).isEqualTo("stacks"));
  }

  @Test
  void aDeletionWithoutAProofIsAnOrphanOnlyWhenItTakesTooLong() {
    // given
    fixture.turns.set(Samples.NOW);
    says(DEMO, created(1, FAR), deletionRequested());
    fixture.sweep();
    assertThat(fixture.orphans()).isEmpty();
    // when
    fixture.pass(LedgerFixture.PATIENCE.plus(LedgerFixture.INTERVAL));
    // then
    assertThat(fixture.orphan(OrphanKind.UNPROVEN).repair()).contains("./helium why demo");
  }

  @Test
  void aSweepThatFailsLeavesTheLedgerAsItIsAndIsMadeAgain() {
    // given
    over(DEMO);
    fixture.namespace("demo", "demo", "1");
    fixture.sweep();
    // when
    fixture.clusterAway = true;
    fixture.namespaces.clear();
    fixture.pass(LedgerFixture.INTERVAL);
    // then
    assertThat(fixture.orphans()).hasSize(1);
    // when
    fixture.clusterAway = false;
    fixture.pass(LedgerFixture.INTERVAL);
    // then
    assertThat(fixture.orphans()).isEmpty();
  }

  @Test
  void aRestartDoesNotForgetSinceWhen() {
    // given
    over(DEMO);
    fixture.namespace("demo", "demo", "1");
    fixture.sweep();
    Instant since = fixture.orphan(OrphanKind.STRAY_NAMESPACE).since();
    // when
    fixture.restart();
    fixture.turns.set(fixture.turns.instant().plusSeconds(60));
    fixture.sweep();
    // then
    assertThat(fixture.orphan(OrphanKind.STRAY_NAMESPACE).since()).isEqualTo(since);
  }

  @Test
  void whatIsProtectedIsClosedOnlyWhenItsProtectionIsOver() {
    // given
    fixture.policy(OnOrphan.REPORT, OnDrift.CLOSE);
    Instant until = fixture.turns.instant().plus(Duration.ofHours(1));
    says(DEMO, created(1, FAR), MADE, new Event.Protected(until, "me", "the demo runs"));
    // when
    fixture.sweep();
    // then
    assertThat(fixture.orphan(OrphanKind.MISSING_NAMESPACE).repair()).contains(until.toString());
    assertThat(fixture.orphan(OrphanKind.MISSING_NAMESPACE).carriedOut()).isFalse();
    assertThat(fixture.commands).hasExactlyElementsOfTypes(Command.ReportDrift.class);
    // when
    fixture.pass(Duration.ofHours(1).plus(LedgerFixture.INTERVAL));
    // then
    assertThat(fixture.commands)
        .hasExactlyElementsOfTypes(Command.ReportDrift.class, Command.Delete.class);
  }

  @Test
  void whatAnotherProcessActsForIsLeftToItUntilItIsTakenOver() {
    // given
    fixture.partitions.put(DEMO, OTHER);
    says(DEMO, created(1, FAR), MADE);
    // when
    fixture.sweep();
    // then
    assertThat(fixture.orphans()).isEmpty();
    assertThat(fixture.commands).isEmpty();
    // when
    fixture.tenures.take(OTHER);
    fixture.pass(LedgerFixture.INTERVAL);
    // then
    assertThat(fixture.orphan(OrphanKind.MISSING_NAMESPACE).workspace()).isEqualTo("demo");
    assertThat(fixture.commands).hasExactlyElementsOfTypes(Command.ReportDrift.class);
    // when another one takes it back, its entry is left to that one too
    fixture.tenures.give(OTHER);
    fixture.namespace("demo", "demo", "1");
    fixture.pass(LedgerFixture.INTERVAL);
    // then
    assertThat(fixture.orphans()).hasSize(1);
  }

  @Test
  void whatIsMissingOfOthersCountsWhenTheClusterIsDoubted() {
    // given
    fixture.policy(OnOrphan.REPORT, OnDrift.CLOSE);
    says(DEMO, created(1, FAR), MADE);
    for (int number = 0; number < Doubts.FEW; number++) {
      WorkspaceId workspace = new WorkspaceId("demo-" + number);
      fixture.partitions.put(workspace, OTHER);
      says(workspace, created(1, FAR));
      says(workspace, new Event.Provisioned(1, Map.of("K8sNamespace", workspace.value())));
    }
    // when
    fixture.sweep();
    // then
    assertThat(fixture.orphans()).singleElement().matches(orphan -> !orphan.carriedOut());
    assertThat(fixture.commands).hasExactlyElementsOfTypes(Command.ReportDrift.class);
  }

  @Test
  void aProcessThatActsForNobodyLooksAtNothing() {
    // given
    fixture.tenures.give(0);
    fixture.sweep();
    assertThat(fixture.surveys).isZero();
    // when
    fixture.tenures.take(0);
    fixture.pass(LedgerFixture.CONFIRMATION);
    // then
    assertThat(fixture.surveys).isEqualTo(1);
  }

  @Test
  void theKindsThatMayNotBeListedAreSaidOnceEach() {
    // given
    fixture.unlisted.addAll(List.of("Secret", "Lease.coordination.k8s.io", "Secret"));
    // when
    fixture.sweep();
    // then
    assertThat(fixture.directions())
        .filteredOn(direction -> !direction.unlistedKinds().isEmpty())
        .singleElement()
        .satisfies(
            direction -> {
              assertThat(direction.name()).isEqualTo("objects");
              assertThat(direction.lookedAt()).isTrue();
              assertThat(direction.unlistedKinds())
                  .containsExactly("Lease.coordination.k8s.io", "Secret");
            });
  }

  @Test
  void whatIsMissingInAnotherClusterIsFoundThere() {
    // given a namespace of that name in the default cluster, which is not the one
    says(DEMO, createdIn(LAB), MADE);
    fixture.namespace("demo", "demo", "1");
    fixture.further.put(LAB, new HashMap<>());
    // when
    fixture.sweep();
    // then
    Orphan missing = fixture.orphan(OrphanKind.MISSING_NAMESPACE);
    assertThat(missing.cluster()).isEqualTo("lab");
    assertThat(missing.evidence().getFirst())
        .isEqualTo("namespace demo does not exist in cluster lab");
    assertThat(fixture.commands).hasExactlyElementsOfTypes(Command.ReportDrift.class);
    assertThat(looked("namespaces", LAB)).isTrue();
  }

  @Test
  void whatIsLeftInAnotherClusterIsListedUnderItAndLeftToPeople() {
    // given
    says(DEMO, createdIn(LAB), deletionRequested(), new Event.Destroyed(3), deleted(1));
    fixture.namespaceIn(LAB, "demo", "demo", "1");
    fixture.namespace("demo", "demo", "1");
    // when
    fixture.sweep();
    // then
    assertThat(fixture.orphans()).extracting(Orphan::cluster).containsExactlyInAnyOrder("", "lab");
    Orphan left =
        fixture.orphans().stream()
            .filter(orphan -> orphan.cluster().equals("lab"))
            .findFirst()
            .orElseThrow();
    assertThat(left.carriedOut()).isFalse();
    assertThat(left.repair()).contains("kubectl delete namespace demo in cluster lab");
  }

  @Test
  void aClusterThatDoesNotAnswerIsNotLookedAtAndNothingInItHasEnded() {
    // given
    says(DEMO, createdIn(LAB), MADE);
    fixture.further.put(LAB, new HashMap<>());
    fixture.sweep();
    Orphan known = fixture.orphan(OrphanKind.MISSING_NAMESPACE);
    // when
    fixture.silent.add(LAB);
    fixture.pass(LedgerFixture.INTERVAL);
    // then
    assertThat(fixture.orphans()).containsExactly(known);
    assertThat(looked("namespaces", LAB)).isFalse();
    assertThat(looked("namespaces", ClusterName.DEFAULT)).isTrue();
    // when nothing leads to it any more
    fixture.further.clear();
    fixture.pass(LedgerFixture.INTERVAL);
    // then
    assertThat(fixture.orphans()).containsExactly(known);
    assertThat(looked("namespaces", LAB)).isFalse();
  }

  @Test
  void whatWasFoundInAClusterThatIsProvenGoneHasEnded() {
    // given
    says(DEMO, createdIn(LAB), MADE);
    fixture.further.put(LAB, new HashMap<>());
    fixture.sweep();
    assertThat(fixture.orphans()).hasSize(1);
    // when
    fixture.further.clear();
    fixture.gone.add(LAB);
    fixture.pass(LedgerFixture.INTERVAL);
    // then
    assertThat(fixture.orphans()).isEmpty();
    assertThat(fixture.directions())
        .noneMatch(direction -> direction.cluster().equals(LAB.value()));
  }

  @Test
  void whatIsMissingInOneClusterSaysNothingOfAnother() {
    // given
    fixture.policy(OnOrphan.REPORT, OnDrift.CLOSE);
    fixture.further.put(LAB, new HashMap<>());
    for (int number = 0; number <= Doubts.FEW; number++) {
      WorkspaceId workspace = new WorkspaceId("demo-" + number);
      says(workspace, createdIn(LAB));
      says(workspace, new Event.Provisioned(1, Map.of("K8sNamespace", workspace.value())));
    }
    says(DEMO, created(1, FAR), MADE);
    // when
    fixture.sweep();
    // then
    assertThat(fixture.orphans())
        .filteredOn(Orphan::carriedOut)
        .extracting(Orphan::workspace)
        .containsExactly("demo");
  }

  @Test
  void nothingIsLookedAtAfterTheClose() {
    // given
    fixture.open();
    int surveys = fixture.surveys;
    // when
    fixture.loop().close();
    fixture.pass(LedgerFixture.INTERVAL.multipliedBy(3));
    // then
    assertThat(fixture.surveys).isEqualTo(surveys);
  }

  private boolean looked(String side, ClusterName cluster) {
    return fixture.directions().stream()
        .filter(direction -> direction.name().equals(side))
        .filter(direction -> direction.cluster().equals(cluster.value()))
        .findFirst()
        .orElseThrow()
        .lookedAt();
  }

  private static Event.Created createdIn(ClusterName cluster) {
    return new Event.Created(
        1,
        1,
        new WorkspaceSpec("namespace", Map.of("clusterStack", cluster.value()), Map.of()),
        "me",
        FAR);
  }

  private void over(WorkspaceId workspace) {
    says(workspace, created(1, FAR), deletionRequested(), new Event.Destroyed(3), deleted(1));
  }

  private void says(WorkspaceId workspace, LifecycleEvent... events) {
    fixture.says(workspace, events);
  }
}
