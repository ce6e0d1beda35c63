package dev.helium.watcher.folding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Milestones;
import dev.helium.domain.Progress;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.judging.Finding;
import dev.helium.watcher.judging.Headway;
import dev.helium.watcher.judging.ObjectKey;
import dev.helium.watcher.judging.Part;
import dev.helium.watcher.judging.Symptom;
import dev.helium.watcher.judging.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TallyTest {
  private static final WorkspaceId DEMO = new WorkspaceId("demo");
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Life MADE = new Life(1, Life.Stage.MADE);
  private static final Finding HOME = finding("Namespace", "demo", new Part.Home(), "");
  private static final Instant UNKNOWN = Milestones.UNKNOWN;

  @Test
  void whatControllersWantCountsBeforeThereArePods() {
    assertThat(progress(deployment("web", 3, 0, 0), deployment("db", 2, 2, 2)))
        .isEqualTo(new Progress(2, 5, "Deployment/web"));
  }

  @Test
  void theCountGoesByTheControllerWhileItsPodsHaveNothingToSay() {
    assertThat(progress(deployment("web", 2, 2, 0), ready("web-1"), pod("web-2", "Pending", 5)))
        .isEqualTo(new Progress(0, 2, "Deployment/web"));
  }

  @Test
  void theCountGoesByThePodsThatGiveTheReasons() {
    assertThat(
            progress(
                deployment("web", 3, 3, 0),
                ready("web-1"),
                ready("web-2"),
                pod("web-3", "ContainerCreating", 5)))
        .isEqualTo(new Progress(2, 3, "Pod/web-3"));
  }

  @Test
  void aPodOfAnEarlierRevisionDoesNotStandForANewOne() {
    assertThat(
            progress(
                deployment("web", 2, 1, 2),
                ready("old-1"),
                ready("old-2"),
                pod("new-1", "ContainerCreating", 5)))
        .isEqualTo(new Progress(0, 2, "Pod/new-1"));
  }

  @Test
  void podsThatAreNotLabelledAreCountedByTheirController() {
    assertThat(progress(deployment("web", 3, 3, 3))).isEqualTo(new Progress(3, 3, ""));
  }

  @Test
  void morePodsThanCanBeCountedAreAsManyAsCanBe() {
    assertThat(
            progress(
                deployment("db", Integer.MAX_VALUE, 0, 0),
                deployment("web", Integer.MAX_VALUE, 0, 0)))
        .isEqualTo(new Progress(0, Integer.MAX_VALUE, "Deployment/db"));
  }

  @Test
  void aPodThatNothingWatchedKeepsCountsForItself() {
    assertThat(
            progress(
                member("a", "ReplicaSet/a", "", 1),
                member("b", "ReplicaSet/b", "ContainerCreating", 1),
                finding("Pod", "alone", new Part.Workload(), "").having(pod(1))))
        .isEqualTo(new Progress(2, 3, "Pod/b"));
  }

  @Test
  void ofAJobThoseCountThatHaveSucceeded() {
    // given
    Finding job =
        finding("Job", "load", new Part.Workload(), "JobRunning")
            .having(new Headway.OfController(4, 4, 1, NOW));
    // then
    assertThat(progress(job, member("load-1", "Job/load", "", 1)))
        .isEqualTo(new Progress(1, 4, "Job/load"));
    assertThat(progress(job, member("load-1", "Job/load", "ContainerCreating", 1)))
        .isEqualTo(new Progress(1, 4, "Pod/load-1"));
  }

  @Test
  void theSlowestIsWhatHasHeldItUpForLongest() {
    assertThat(
            progress(
                    deployment("web", 3, 3, 0),
                    pod("web-1", "ContainerCreating", 7),
                    pod("web-2", "ContainerCreating", 3),
                    pod("web-3", "ContainerCreating", 3),
                    finding("Service", "web", new Part.Attachment(), "LoadBalancerPending"))
                .slowest())
        .isEqualTo("Pod/web-2");
    assertThat(
            progress(
                deployment("web", 1, 1, 1),
                finding("Service", "web", new Part.Attachment(), "LoadBalancerPending")))
        .isEqualTo(new Progress(1, 1, "Service/web"));
  }

  @Test
  void theOrderOfFindingsChangesNothing() {
    // given
    List<Finding> findings = new ArrayList<>(List.of(HOME, deployment("web", 9, 9, 4)));
    for (int index = 0; index < 9; index++) {
      findings.add(pod("web-" + index, index % 3 == 0 ? "" : "ContainerCreating", index % 4));
    }
    Assessment expected = Fold.of(DEMO, MADE, findings, NOW);
    // when
    Collections.shuffle(findings, new Random(3));
    // then
    assertThat(Fold.of(DEMO, MADE, findings, NOW)).isEqualTo(expected);
  }

  @Test
  void nothingIsCountedWhileItFallsApart() {
    assertThat(
            Fold.of(
                    DEMO,
                    new Life(1, Life.Stage.LEAVING),
                    List.of(HOME, deployment("web", 3, 3, 1)),
                    NOW)
                .progress())
        .isEqualTo(Progress.NONE);
  }

  @Test
  void aMilestoneIsTheLastPodsOnceAllThatAreWantedHaveComeSoFar() {
    // given
    Finding first = pod("web-1", "", 1).having(new Headway.OfPod(NOW, at(10), at(20)));
    Finding second = pod("web-2", "", 1).having(new Headway.OfPod(NOW, at(12), UNKNOWN));
    // then
    assertThat(milestones(deployment("web", 2, 2, 0), first)).isEqualTo(Milestones.NONE);
    assertThat(milestones(deployment("web", 2, 2, 0), first, second))
        .isEqualTo(new Milestones(at(12), UNKNOWN));
    assertThat(milestones(deployment("web", 2, 1, 0), first, second)).isEqualTo(Milestones.NONE);
    assertThat(milestones(deployment("web", 1, 1, 1), first))
        .isEqualTo(new Milestones(at(10), at(20)));
  }

  @Test
  void podsOfJobsThatAreDoneArePassedOver() {
    // given
    Finding job =
        finding("Job", "load", new Part.Workload(), "")
            .having(new Headway.OfController(1, 1, 1, NOW));
    Finding over = member("load-1", "Job/load", "Error", 1);
    Finding first = pod("web-1", "", 1).having(new Headway.OfPod(NOW, at(10), at(20)));
    // then
    assertThat(milestones(job, over, deployment("web", 1, 1, 1), first))
        .isEqualTo(new Milestones(at(10), at(20)));
  }

  @Test
  void withoutPodsThereIsNoMilestone() {
    assertThat(milestones(finding("Service", "web", new Part.Attachment(), "")))
        .isEqualTo(Milestones.NONE);
  }

  private static Progress progress(Finding... findings) {
    return fold(findings).progress();
  }

  private static Milestones milestones(Finding... findings) {
    return fold(findings).milestones();
  }

  private static Assessment fold(Finding... findings) {
    List<Finding> all = new ArrayList<>(Arrays.asList(findings));
    all.add(HOME);
    return Fold.of(DEMO, MADE, all, NOW);
  }

  private static Instant at(int seconds) {
    return NOW.plusSeconds(seconds);
  }

  private static Finding deployment(String name, int wanted, int updated, int available) {
    String code = available < wanted || updated < wanted ? "RolloutInProgress" : "";
    return finding("Deployment", name, new Part.Workload(), code)
        .having(new Headway.OfController(wanted, updated, available, NOW));
  }

  private static Finding ready(String name) {
    return pod(name, "", 1);
  }

  private static Finding pod(String name, String code, int seconds) {
    return member(name, "Deployment/web", code, seconds);
  }

  private static Finding member(String name, String owner, String code, int seconds) {
    return finding("Pod", name, new Part.Member(owner), code).having(pod(seconds));
  }

  private static Headway pod(int seconds) {
    return new Headway.OfPod(at(seconds), UNKNOWN, UNKNOWN);
  }

  private static Finding finding(String kind, String name, Part part, String code) {
    List<Symptom> symptoms =
        code.isEmpty()
            ? List.of()
            : List.of(
                new Symptom.Lasting(
                    new Reason(ReasonKind.WAITING, kind + "/" + name, code, "because")));
    return new Finding(
        new ObjectKey(kind, kind.equals("Namespace") ? "" : "demo", name),
        new Tag(DEMO, 1),
        part,
        symptoms,
        "");
  }
}
