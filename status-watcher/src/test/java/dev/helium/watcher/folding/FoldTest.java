package dev.helium.watcher.folding;

import static dev.helium.domain.ReasonKind.FATAL;
import static dev.helium.domain.ReasonKind.RECOVERABLE;
import static dev.helium.domain.ReasonKind.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.ClusterName;
import dev.helium.domain.Connection;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.judging.Finding;
import dev.helium.watcher.judging.ObjectKey;
import dev.helium.watcher.judging.Part;
import dev.helium.watcher.judging.Symptom;
import dev.helium.watcher.judging.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FoldTest {
  private static final WorkspaceId DEMO = new WorkspaceId("demo");
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Life MADE = new Life(1, Life.Stage.MADE);
  private static final Finding HOME =
      new Finding(new ObjectKey("Namespace", "", "demo"), tag(1), new Part.Home(), List.of(), "");
  private static final Reason NO_ENDPOINTS =
      new Reason(WAITING, "Service/web", "NoEndpoints", "its selector matches no pod that runs");
  private static final Finding WEB = finding("Deployment", "web", new Part.Workload());

  @Test
  void isReadyWhenSomethingRunsAndNothingIsWrong() {
    assertThat(fold(MADE, HOME, WEB).readiness()).isEqualTo(new Readiness.Ready());
  }

  @Test
  void isNeverReadyWhenNothingRuns() {
    Finding service = finding("Service", "web", new Part.Attachment());
    Finding done = finding("Pod", "seed", new Part.Bystander());
    assertThat(fold(MADE, HOME, service, done).readiness())
        .isEqualTo(
            notReady(
                new Reason(WAITING, "Namespace/demo", "NoWorkload", "nothing runs in it yet")));
  }

  @Test
  void isReadyWithoutAnythingThatRunsWhereItsNamespaceSaysSo() {
    Finding bare =
        new Finding(HOME.key(), tag(1), new Part.Home(Part.Home.UNSAID, true), List.of(), "");
    assertThat(fold(MADE, bare).readiness()).isEqualTo(new Readiness.Ready());
    assertThat(fold(new Life(1, Life.Stage.BEING_CHANGED), bare).readiness())
        .isInstanceOf(Readiness.NotReady.class);
  }

  @Test
  void isReadyWithPodsOfAControllerThatIsNotWatched() {
    assertThat(fold(MADE, HOME, member("web-1", "ReplicaSet/web")).readiness())
        .isEqualTo(new Readiness.Ready());
  }

  @Test
  void hasNothingToSayBeforeTheNamespaceIsMade() {
    Assessment assessment = fold(new Life(1, Life.Stage.BEING_MADE), WEB);
    assertThat(assessment.readiness()).isEqualTo(new Readiness.Unknown());
    assertThat(assessment.addresses()).isEmpty();
  }

  @Test
  void isNotReadyWhenTheNamespaceHasGone() {
    assertThat(fold(MADE).readiness())
        .isEqualTo(
            notReady(new Reason(WAITING, "Namespace/demo", "NamespaceMissing", "does not exist")));
  }

  @Test
  void isReadyWithoutAnythingToSeeWhenItsProgramIsSomebodyElsesAndHasRun() {
    // given
    Life made = new Life(1, Life.Stage.MADE, ClusterName.DEFAULT, true);
    Life leaving = new Life(1, Life.Stage.LEAVING, ClusterName.DEFAULT, true);
    Finding broken = member("web", "ReplicaSet/web", NO_ENDPOINTS);
    // then
    assertThat(fold(made).readiness()).isEqualTo(new Readiness.Ready());
    assertThat(fold(made, HOME).readiness()).isEqualTo(new Readiness.Ready());
    // What is seen counts.
    assertThat(fold(made, HOME, broken).readiness()).isEqualTo(notReady(NO_ENDPOINTS));
    assertThat(fold(leaving).readiness()).isInstanceOf(Readiness.NotReady.class);
  }

  @Test
  void isNotReadyBeforeTheProgramHasMadeEverything() {
    assertThat(fold(new Life(1, Life.Stage.BEING_MADE), HOME, WEB).readiness())
        .isEqualTo(
            notReady(
                new Reason(
                    WAITING,
                    "Namespace/demo",
                    "Provisioning",
                    "not everything has been made yet")));
  }

  @Test
  void isNotReadyBeforeTheProgramHasChangedEverything() {
    assertThat(fold(new Life(1, Life.Stage.BEING_CHANGED), HOME, WEB).readiness())
        .isEqualTo(
            notReady(
                new Reason(
                    WAITING,
                    "Namespace/demo",
                    "Provisioning",
                    "not everything has been changed yet")));
  }

  @Test
  void tellsWhatIsWrongAlreadyWhileItIsBeingMade() {
    Reason reason = reason(FATAL, "Pod/web-1", "ImagePullBackOff");
    assertThat(
            fold(
                    new Life(1, Life.Stage.BEING_MADE),
                    HOME,
                    WEB,
                    member("web-1", "Deployment/web", reason))
                .readiness())
        .isEqualTo(notReady(reason));
  }

  @Test
  void tellsTheGravestReasonsFirst() {
    Reason waiting = reason(WAITING, "Pod/a", "ContainerCreating");
    Reason recoverable = reason(RECOVERABLE, "Pod/b", "CrashLoopBackOff");
    Reason fatal = reason(FATAL, "Pod/c", "ImagePullBackOff");
    Reason other = reason(FATAL, "Pod/d", "ImagePullBackOff");
    assertThat(
            fold(
                    MADE,
                    HOME,
                    member("a", "StatefulSet/s", waiting),
                    member("d", "StatefulSet/s", other),
                    member("b", "StatefulSet/s", recoverable),
                    member("c", "StatefulSet/s", fatal))
                .readiness())
        .isEqualTo(notReady(fatal, other, recoverable, waiting));
  }

  @Test
  void saysTheSameWhateverTheOrderOfTheFindings() {
    List<Finding> findings = new ArrayList<>(List.of(HOME, WEB));
    for (int index = 0; index < 30; index++) {
      ReasonKind kind = List.of(FATAL, WAITING, RECOVERABLE).get(index % 3);
      findings.add(
          member("p" + index, "Deployment/web", reason(kind, "Pod/p" + index, "Code" + index % 4)));
    }
    Assessment first = Fold.of(DEMO, MADE, findings, NOW);
    Collections.shuffle(findings, new Random(7));
    assertThat(Fold.of(DEMO, MADE, findings, NOW)).isEqualTo(first);
  }

  @Test
  void letsPodsSpeakForTheControllerThatWaitsForThem() {
    Reason rollout = reason(WAITING, "Deployment/web", "RolloutInProgress");
    Reason pull = reason(FATAL, "Pod/web-1", "ImagePullBackOff");
    Finding deployment = finding("Deployment", "web", new Part.Workload(), rollout);
    assertThat(fold(MADE, HOME, deployment).readiness()).isEqualTo(notReady(rollout));
    assertThat(fold(MADE, HOME, deployment, member("web-1", "Deployment/web", pull)).readiness())
        .isEqualTo(notReady(pull));
    assertThat(fold(MADE, HOME, deployment, member("db-1", "StatefulSet/db", pull)).readiness())
        .isEqualTo(notReady(pull, rollout));
  }

  @Test
  void letsTheControllerSpeakForPodsThatHaveNothingToSay() {
    Reason rollout = reason(WAITING, "Deployment/web", "RolloutInProgress");
    Reason pending = reason(WAITING, "Pod/web-1", Symptom.NOT_STARTED);
    Finding pod = member("web-1", "Deployment/web", pending);
    Finding deployment = finding("Deployment", "web", new Part.Workload(), rollout);
    assertThat(fold(MADE, HOME, deployment, pod).readiness()).isEqualTo(notReady(rollout));
    assertThat(fold(MADE, HOME, WEB, pod).readiness()).isEqualTo(notReady(pending));
  }

  @Test
  void keepsWhatAControllerItselfComplainsOf() {
    Reason quota = reason(FATAL, "Deployment/web", "QuotaExceeded");
    Reason pull = reason(FATAL, "Pod/web-1", "ImagePullBackOff");
    assertThat(
            fold(
                    MADE,
                    HOME,
                    finding("Deployment", "web", new Part.Workload(), quota),
                    member("web-1", "Deployment/web", pull))
                .readiness())
        .isEqualTo(notReady(quota, pull));
  }

  @Test
  void caresForPodsOfAJobOnlyUntilTheJobIsDone() {
    Reason crash = reason(RECOVERABLE, "Pod/load-1", "Error");
    Finding pod = member("load-1", "Job/load", crash);
    Finding done = finding("Job", "load", new Part.Workload());
    Finding running =
        finding("Job", "load", new Part.Workload(), reason(WAITING, "Job/load", "JobRunning"));
    assertThat(fold(MADE, HOME, done, pod).readiness()).isEqualTo(new Readiness.Ready());
    assertThat(fold(MADE, HOME, running, pod).readiness()).isEqualTo(notReady(crash));
    assertThat(fold(MADE, HOME, WEB, pod).readiness()).isEqualTo(new Readiness.Ready());
  }

  @Test
  void doesNotMixUpJobsOfTwoNamespaces() {
    Finding second =
        new Finding(
            new ObjectKey("Namespace", "", "demo-two"), tag(1), new Part.Home(), List.of(), "");
    Finding pod = member("load-1", "Job/load", reason(RECOVERABLE, "Pod/load-1", "Error"));
    Finding elsewhere =
        new Finding(
            new ObjectKey("Job", "demo-two", "load"),
            tag(1),
            new Part.Workload(),
            List.of(new Symptom.Lasting(reason(WAITING, "Job/load", "JobRunning"))),
            "");
    Finding done = finding("Job", "load", new Part.Workload());
    assertThat(fold(MADE, HOME, second, done, elsewhere, pod).readiness())
        .isEqualTo(notReady(reason(WAITING, "Job/load", "JobRunning")));
  }

  @Test
  void passesOverOtherLivesOfTheName() {
    Finding old =
        new Finding(
            new ObjectKey("Pod", "demo", "old"),
            tag(1),
            new Part.Workload(),
            List.of(new Symptom.Lasting(reason(FATAL, "Pod/old", "Failed"))),
            "");
    Finding home =
        new Finding(new ObjectKey("Namespace", "", "demo"), tag(2), new Part.Home(), List.of(), "");
    Finding unlabelled =
        new Finding(
            new ObjectKey("Deployment", "demo", "web"),
            tag(Tag.ANY),
            new Part.Workload(),
            List.of(),
            "");
    assertThat(fold(new Life(2, Life.Stage.MADE), home, unlabelled, old).readiness())
        .isEqualTo(new Readiness.Ready());
  }

  @Test
  void passesOverObjectsOutsideTheWorkspacesOwnNamespaces() {
    Finding foreign =
        new Finding(
                new ObjectKey("Pod", "elsewhere", "trick"),
                tag(1),
                new Part.Workload(),
                List.of(new Symptom.Lasting(reason(FATAL, "Pod/trick", "Failed"))),
                "6.6.6.6")
            .with(List.of(link("Service/trick", "6.6.6.6")));
    Assessment assessment = fold(MADE, HOME, WEB, foreign);
    assertThat(assessment.readiness()).isEqualTo(new Readiness.Ready());
    assertThat(assessment.addresses()).isEmpty();
    assertThat(assessment.connections()).isEmpty();
  }

  @Test
  void tellsEveryWayInInOneOrder() {
    // given
    Connection first = link("Ingress/front", "demo.example");
    Connection second = link("Service/web", "10.0.0.1");
    Finding service = finding("Service", "web", new Part.Attachment()).with(List.of(second));
    Finding ingress = finding("Ingress", "front", new Part.Attachment()).with(List.of(first));
    // then
    assertThat(fold(MADE, HOME, service, ingress).connections()).containsExactly(first, second);
    assertThat(fold(MADE, ingress, service, HOME).connections()).containsExactly(first, second);
  }

  @Test
  void tellsEveryAddress() {
    Finding service =
        new Finding(
            new ObjectKey("Service", "demo", "web"),
            tag(1),
            new Part.Attachment(),
            List.of(),
            "10.0.0.1");
    Finding ingress =
        new Finding(
            new ObjectKey("Ingress", "demo", "front"),
            tag(1),
            new Part.Attachment(),
            List.of(),
            "demo.example");
    assertThat(fold(MADE, HOME, WEB, service, ingress).addresses())
        .isEqualTo(Map.of("Service/web", "10.0.0.1", "Ingress/front", "demo.example"));
  }

  @Test
  void isNotReadyWhileAnAddressThatItTellsLeadsNowhere() {
    Instant tooLong = NOW.minus(Routes.PATIENCE);
    Assessment assessment = fold(MADE, HOME, WEB, loadBalancer(), route("a", tooLong));
    assertThat(assessment.readiness()).isEqualTo(notReady(NO_ENDPOINTS));
    assertThat(
            fold(MADE, HOME, WEB, loadBalancer(), route("a", tooLong), route("b", Instant.MAX))
                .readiness())
        .isEqualTo(new Readiness.Ready());
  }

  @Test
  void givesTheWayToThePodsAMomentToBeFound() {
    Assessment assessment = fold(MADE, HOME, WEB, loadBalancer(), route("a", NOW));
    assertThat(assessment.readiness()).isEqualTo(new Readiness.Ready());
    assertThat(assessment.holdsUntil()).isEqualTo(NOW.plus(Routes.PATIENCE));
  }

  @Test
  void saysThatAServiceInsideLeadsNowhereOnlyBesideSomethingThatIsWrong() {
    Finding nowhere = route("a", NOW.minus(Routes.PATIENCE));
    Reason waiting = reason(WAITING, "Pod/web-1", "ContainerCreating");
    Reason crash = reason(RECOVERABLE, "Pod/web-1", "CrashLoopBackOff");
    assertThat(fold(MADE, HOME, WEB, nowhere).readiness()).isEqualTo(new Readiness.Ready());
    assertThat(fold(MADE, HOME, nowhere, member("web-1", "Deployment/web", waiting)).readiness())
        .isEqualTo(notReady(waiting));
    assertThat(fold(MADE, HOME, nowhere, member("web-1", "Deployment/web", crash)).readiness())
        .isEqualTo(notReady(crash, NO_ENDPOINTS));
  }

  @Test
  void saysOneThingWhileItIsBeingDeletedHoweverItFallsApart() {
    Life leaving = new Life(1, Life.Stage.LEAVING);
    Readiness terminating =
        notReady(new Reason(WAITING, "Namespace/demo", "Terminating", "is being deleted"));
    assertThat(fold(leaving).readiness()).isEqualTo(terminating);
    assertThat(fold(leaving, HOME).readiness()).isEqualTo(terminating);
    assertThat(
            fold(leaving, HOME, member("p", "Deployment/web", reason(RECOVERABLE, "Pod/p", "X")))
                .readiness())
        .isEqualTo(terminating);
    assertThat(fold(leaving, HOME, WEB).readiness()).isEqualTo(new Readiness.Ready());
  }

  @Test
  void saysWhenTimeAloneChangesIt() {
    Instant first = NOW.plusSeconds(10);
    Instant second = NOW.plusSeconds(20);
    Finding slow = worsening("a", second);
    Finding slower = worsening("b", first);
    assertThat(fold(MADE, HOME, WEB).holdsUntil()).isEqualTo(Instant.MAX);
    assertThat(fold(MADE, HOME, slow, slower).holdsUntil()).isEqualTo(first);
    Assessment later = Fold.of(DEMO, MADE, List.of(HOME, slow, slower), first);
    assertThat(later.holdsUntil()).isEqualTo(second);
    assertThat(later.readiness())
        .isEqualTo(
            notReady(
                reason(RECOVERABLE, "Pod/b", "Unhealthy"),
                reason(WAITING, "Pod/a", "ContainerStarting")));
  }

  @ParameterizedTest
  @EnumSource(ReasonKind.class)
  void isNotReadyForAnyKindOfReason(ReasonKind kind) {
    Reason reason = reason(kind, "PersistentVolumeClaim/data", "Code");
    assertThat(
            fold(
                    MADE,
                    HOME,
                    WEB,
                    finding("PersistentVolumeClaim", "data", new Part.Attachment(), reason))
                .readiness())
        .isEqualTo(notReady(reason));
  }

  private static Connection link(String object, String host) {
    return new Connection(
        Connection.Kind.LINK, object, "http", Connection.Scheme.HTTP, host, 80, "/", "");
  }

  private static Assessment fold(Life life, Finding... findings) {
    return Fold.of(DEMO, life, Arrays.asList(findings), NOW);
  }

  private static Readiness notReady(Reason... reasons) {
    return new Readiness.NotReady(List.of(reasons));
  }

  private static Reason reason(ReasonKind kind, String object, String code) {
    return new Reason(kind, object, code, "because");
  }

  private static Tag tag(int incarnation) {
    return new Tag(DEMO, incarnation);
  }

  private static Finding member(String name, String owner, Reason... reasons) {
    return finding("Pod", name, new Part.Member(owner), reasons);
  }

  private static Finding finding(String kind, String name, Part part, Reason... reasons) {
    List<Symptom> symptoms = Arrays.stream(reasons).<Symptom>map(Symptom.Lasting::new).toList();
    return new Finding(new ObjectKey(kind, "demo", name), tag(1), part, symptoms, "");
  }

  private static Finding loadBalancer() {
    return new Finding(
        new ObjectKey("Service", "demo", "web"),
        tag(1),
        new Part.Attachment(),
        List.of(),
        "10.0.0.1");
  }

  private static Finding route(String slice, Instant emptySince) {
    return finding("EndpointSlice", slice, new Part.Route("web", emptySince));
  }

  private static Finding worsening(String name, Instant until) {
    return new Finding(
        new ObjectKey("Pod", "demo", name),
        tag(1),
        new Part.Workload(),
        List.of(
            new Symptom.Worsening(
                reason(WAITING, "Pod/" + name, "ContainerStarting"),
                until,
                reason(RECOVERABLE, "Pod/" + name, "Unhealthy"))),
        "");
  }
}
