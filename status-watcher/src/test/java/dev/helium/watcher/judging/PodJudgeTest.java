package dev.helium.watcher.judging;

import static dev.helium.domain.ReasonKind.FATAL;
import static dev.helium.domain.ReasonKind.RECOVERABLE;
import static dev.helium.domain.ReasonKind.WAITING;
import static dev.helium.watcher.judging.TestPods.IMAGE;
import static dev.helium.watcher.judging.TestPods.LONG_AGO;
import static dev.helium.watcher.judging.TestPods.TAG;
import static dev.helium.watcher.judging.TestPods.condition;
import static dev.helium.watcher.judging.TestPods.container;
import static dev.helium.watcher.judging.TestPods.deleting;
import static dev.helium.watcher.judging.TestPods.ownedBy;
import static dev.helium.watcher.judging.TestPods.phase;
import static dev.helium.watcher.judging.TestPods.pod;
import static dev.helium.watcher.judging.TestPods.ready;
import static dev.helium.watcher.judging.TestPods.runningState;
import static dev.helium.watcher.judging.TestPods.terminatedState;
import static dev.helium.watcher.judging.TestPods.waiting;
import static dev.helium.watcher.judging.TestPods.waitingState;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Reason;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PodJudgeTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final String OBJECT = "Pod/web-1";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static Finding judge(Pod pod) {
    return new PodJudge(PATIENCE).judge(pod, TAG);
  }

  private static List<Reason> reasons(Pod pod) {
    return judge(pod).symptoms().stream().map(symptom -> symptom.at(NOW)).toList();
  }

  private static Reason reason(Pod pod) {
    List<Reason> reasons = reasons(pod);
    assertThat(reasons).hasSize(1);
    return reasons.getFirst();
  }

  @Test
  void isFineWhenItIsReady() {
    assertThat(reasons(ready(pod()).build())).isEmpty();
  }

  @Test
  void isAWorkloadWhenNothingOwnsIt() {
    assertThat(judge(pod().build()).part()).isEqualTo(new Part.Workload());
  }

  @Test
  void belongsToTheDeploymentWhoseReplicaSetOwnsIt() {
    Pod pod =
        ownedBy("ReplicaSet", "web-7f9c")
            .editMetadata()
            .addToLabels("pod-template-hash", "7f9c")
            .endMetadata()
            .build();
    assertThat(judge(pod).part()).isEqualTo(new Part.Member("Deployment/web"));
  }

  @Test
  void belongsToAReplicaSetThatNoDeploymentMade() {
    assertThat(judge(ownedBy("ReplicaSet", "web-7f9c").build()).part())
        .isEqualTo(new Part.Member("ReplicaSet/web-7f9c"));
  }

  @Test
  void belongsToAnyOtherController() {
    assertThat(judge(ownedBy("StatefulSet", "store").build()).part())
        .isEqualTo(new Part.Member("StatefulSet/store"));
  }

  @Test
  void concernsNobodyOnceItHasSucceeded() {
    assertThat(judge(phase(pod(), "Succeeded").build()).part()).isEqualTo(new Part.Bystander());
  }

  @Test
  void concernsNobodyWhenItsControllerReplacesIt() {
    assertThat(judge(deleting(ownedBy("StatefulSet", "store")).build()).part())
        .isEqualTo(new Part.Bystander());
    assertThat(judge(phase(ownedBy("ReplicaSet", "web-1"), "Failed").build()).part())
        .isEqualTo(new Part.Bystander());
  }

  @Test
  void isNotReadyWhileItIsDeletedAndNothingReplacesIt() {
    assertThat(reasons(deleting(ready(pod())).build()))
        .containsExactly(new Reason(WAITING, OBJECT, "Terminating", "is being deleted"));
  }

  @Test
  void isLostWhenItFailedAndNothingReplacesIt() {
    PodBuilder failed = phase(pod(), "Failed");
    assertThat(reason(failed.build())).extracting(Reason::kind).isEqualTo(FATAL);
    Pod evicted =
        failed
            .editStatus()
            .withReason("Evicted")
            .withMessage("The node was low on resource: memory.")
            .endStatus()
            .build();
    assertThat(reasons(evicted))
        .containsExactly(
            new Reason(FATAL, OBJECT, "Evicted", "The node was low on resource: memory."));
  }

  @Test
  void waitsForANodeWithTheWordsOfTheScheduler() {
    Pod pod =
        condition(pod(), "PodScheduled", "False", "Unschedulable", "0/3 nodes: Insufficient cpu.")
            .build();
    List<Symptom> symptoms = judge(pod).symptoms();
    assertThat(symptoms).hasSize(1);
    Instant since = Instant.parse(LONG_AGO);
    assertThat(symptoms.getFirst().at(since.plus(PATIENCE).minusMillis(1)))
        .isEqualTo(new Reason(WAITING, OBJECT, "Unschedulable", "0/3 nodes: Insufficient cpu."));
    assertThat(symptoms.getFirst().at(since.plus(PATIENCE)))
        .isEqualTo(new Reason(FATAL, OBJECT, "Unschedulable", "0/3 nodes: Insufficient cpu."));
  }

  @Test
  void waitsForANodeForAsLongAsNobodySaysSinceWhen() {
    Pod pod =
        pod()
            .editStatus()
            .addNewCondition()
            .withType("PodScheduled")
            .withStatus("False")
            .endCondition()
            .endStatus()
            .build();
    assertThat(reasons(pod))
        .containsExactly(
            new Reason(WAITING, OBJECT, "Unschedulable", "no node has been found for it"));
  }

  @Test
  void waitsForSchedulingGatesHoweverLongTheyStay() {
    Pod pod = condition(pod(), "PodScheduled", "False", "SchedulingGated", "gated").build();
    assertThat(reasons(pod))
        .containsExactly(new Reason(WAITING, OBJECT, "SchedulingGated", "gated"));
  }

  @Test
  void tellsHowAPodEndedThatNothingStartsAgain() {
    Pod crashed = container(phase(pod(), "Failed"), terminatedState("Error", 3), 0).build();
    Pod starved = container(phase(pod(), "Failed"), terminatedState("OOMKilled", 137), 0).build();
    assertThat(reasons(crashed))
        .containsExactly(
            new Reason(
                FATAL,
                OBJECT,
                "Failed",
                "container web ended with Error (exit code 3) and nothing starts it again"));
    assertThat(reasons(starved)).extracting(Reason::code).containsExactly("OOMKilled");
  }

  @Test
  void waitsWhenNothingIsKnownOfItsContainers() {
    assertThat(reason(pod().build())).extracting(Reason::code).isEqualTo("Pending");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "ImagePullBackOff, 'Back-off pulling image \"x\"', ''",
        "ErrImagePull, '', ''",
        "ErrImagePull, 'not found', ': not found'",
        "ImagePullBackOff, 'Back-off pulling image \"x\": ErrImagePull: not found', ': not found'",
        "ErrImagePull, null, ''"
      })
  void isBrokenByAnImageThatCannotBePulledWhicheverWayItIsSaid(
      String code, String message, String cause) {
    assertThat(reasons(waiting(code, message)))
        .containsExactly(
            new Reason(
                FATAL,
                OBJECT,
                "ImagePullBackOff",
                "image registry.example/web:1 cannot be pulled" + cause));
  }

  @ParameterizedTest
  @ValueSource(strings = {"InvalidImageName", "ErrImageNeverPull", "ImageInspectError"})
  void isBrokenByAnImageThatCannotBeUsed(String code) {
    Reason reason = reason(waiting(code, "bad reference"));
    assertThat(reason.kind()).isEqualTo(FATAL);
    assertThat(reason.code()).isEqualTo(code);
    assertThat(reason.message()).contains(IMAGE).contains("bad reference");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CreateContainerConfigError", "CreateContainerError"})
  void isBrokenByAContainerThatCannotBeCreated(String code) {
    assertThat(reasons(waiting(code, "secret \"key\" not found")))
        .containsExactly(
            new Reason(
                FATAL, OBJECT, code, "container web cannot be created: secret \"key\" not found"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"ContainerCreating", "PodInitializing", "null"})
  void waitsWhileItsContainersAreCreated(String code) {
    assertThat(reasons(waiting(code, "")))
        .containsExactly(
            new Reason(WAITING, OBJECT, "ContainerCreating", "container web is being created"));
  }

  @Test
  void mayRecoverFromAnythingElseThatKeepsAContainerFromStarting() {
    assertThat(reasons(waiting("RunContainerError", "exec format error")))
        .containsExactly(
            new Reason(
                RECOVERABLE,
                OBJECT,
                "RunContainerError",
                "container web cannot be started: exec format error"));
  }

  @Test
  void tellsHowACrashLoopGoes() {
    Pod pod = crashLoop("Error", 3, 7);
    assertThat(reasons(pod))
        .containsExactly(
            new Reason(
                RECOVERABLE,
                OBJECT,
                "CrashLoopBackOff",
                "container web has been restarted 7 times, it ended last with Error (exit code"
                    + " 3)"));
  }

  @Test
  void namesTheLackOfMemoryBehindACrashLoop() {
    assertThat(reason(crashLoop("OOMKilled", 137, 1)))
        .isEqualTo(
            new Reason(
                FATAL,
                OBJECT,
                "OOMKilled",
                "container web has been restarted 1 time, it ended last with OOMKilled (exit code"
                    + " 137)"));
  }

  @Test
  void namesTheMemoryThatAContainerHas() {
    Pod pod =
        container(phase(pod(), "Running"), terminatedState("OOMKilled", 137), 0)
            .editSpec()
            .editFirstContainer()
            .withNewResources()
            .addToLimits("memory", new Quantity("64Mi"))
            .endResources()
            .endContainer()
            .endSpec()
            .build();
    assertThat(reason(pod).kind()).isEqualTo(FATAL);
    assertThat(reason(pod).message()).endsWith(", its memory limit is 64Mi");
  }

  @ParameterizedTest
  @CsvSource({"Error, 1", "Completed, 0"})
  void mayRecoverFromAContainerThatHasEnded(String code, int exitCode) {
    Reason reason =
        reason(container(phase(pod(), "Running"), terminatedState(code, exitCode), 2).build());
    assertThat(reason.kind()).isEqualTo(RECOVERABLE);
    assertThat(reason.code()).isEqualTo(code);
    assertThat(reason.message()).contains("2 times").contains("exit code " + exitCode);
  }

  @Test
  void waitsForAProbeThatStillHasTries() {
    Symptom symptom = runningSince("2026-05-31T23:59:55Z", "False", LONG_AGO);
    assertThat(symptom.at(NOW).kind()).isEqualTo(WAITING);
    assertThat(symptom.at(NOW).code()).isEqualTo("ContainerStarting");
  }

  @Test
  void isUnhealthyOnceItsProbeHasUsedAllTries() {
    Symptom symptom = runningSince("2026-05-31T23:59:55Z", "False", LONG_AGO);
    assertThat(symptom)
        .isInstanceOfSatisfying(
            Symptom.Worsening.class,
            worsening ->
                assertThat(worsening.until()).isEqualTo(Instant.parse("2026-06-01T00:00:10Z")));
    assertThat(symptom.at(Instant.parse("2026-06-01T00:00:10Z")).kind()).isEqualTo(RECOVERABLE);
    assertThat(symptom.at(Instant.parse("2026-06-01T00:00:10Z")).code()).isEqualTo("Unhealthy");
  }

  @Test
  void isUnhealthyAtOnceWhenItWasReadyBefore() {
    Symptom symptom = runningSince("2026-05-31T23:59:50Z", "False", "2026-05-31T23:59:55Z");
    assertThat(symptom).isInstanceOf(Symptom.Lasting.class);
    assertThat(symptom.at(NOW).code()).isEqualTo("Unhealthy");
  }

  @Test
  void takesATimeThatCannotBeReadForLongAgo() {
    assertThat(runningSince("yesterday", "False", LONG_AGO).at(NOW).code()).isEqualTo("Unhealthy");
  }

  @Test
  void tellsOfTheFirstInitContainerThatIsNotDone() {
    Pod pod =
        container(pod(), waitingState("PodInitializing", ""), 0)
            .editStatus()
            .addToInitContainerStatuses(
                new ContainerStatusBuilder()
                    .withName("first")
                    .withState(terminatedState("Completed", 0))
                    .build(),
                new ContainerStatusBuilder()
                    .withName("second")
                    .withState(runningState(LONG_AGO))
                    .build(),
                new ContainerStatusBuilder()
                    .withName("third")
                    .withState(waitingState("PodInitializing", ""))
                    .build())
            .endStatus()
            .build();
    assertThat(reasons(pod))
        .containsExactly(
            new Reason(
                WAITING,
                OBJECT,
                "Initializing",
                "init container second is running, 1 of 3 are done"));
  }

  @Test
  void countsNothingWhereOneInitContainerIsAll() {
    Pod pod =
        container(pod(), waitingState("PodInitializing", ""), 0)
            .editStatus()
            .addToInitContainerStatuses(
                new ContainerStatusBuilder()
                    .withName("wait-for-migrations")
                    .withState(runningState(LONG_AGO))
                    .build())
            .endStatus()
            .build();
    assertThat(reasons(pod))
        .containsExactly(
            new Reason(
                WAITING, OBJECT, "Initializing", "init container wait-for-migrations is running"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret \"no-such-database\" not found",
        "configmap \"no-such-settings\" not found",
        "couldn't find key password in Secret demo/database"
      })
  void namesWhatAnInitContainerAsksForAndCannotGet(String message) {
    Pod pod =
        container(pod(), waitingState("PodInitializing", ""), 0)
            .editStatus()
            .addToInitContainerStatuses(
                new ContainerStatusBuilder()
                    .withName("migrate")
                    .withState(waitingState("CreateContainerConfigError", message))
                    .build())
            .endStatus()
            .build();
    assertThat(reasons(pod))
        .containsExactly(
            new Reason(
                FATAL,
                OBJECT,
                "CreateContainerConfigError",
                "init container migrate cannot be created: " + message));
  }

  @Test
  void tellsOfAnInitContainerThatFails() {
    Pod pod =
        pod()
            .editStatus()
            .addToInitContainerStatuses(
                new ContainerStatusBuilder()
                    .withName("migrate")
                    .withRestartCount(4)
                    .withState(waitingState("CrashLoopBackOff", ""))
                    .withLastState(terminatedState("Error", 1))
                    .build())
            .endStatus()
            .build();
    Reason reason = reason(pod);
    assertThat(reason.code()).isEqualTo("CrashLoopBackOff");
    assertThat(reason.message()).startsWith("init container migrate has been restarted 4 times");
  }

  @Test
  void doesNotWaitForASidecarToEnd() {
    Pod pod =
        container(pod(), waitingState("CreateContainerConfigError", ""), 0)
            .editSpec()
            .addNewInitContainer()
            .withName("proxy")
            .withRestartPolicy("Always")
            .endInitContainer()
            .endSpec()
            .editStatus()
            .addToInitContainerStatuses(
                new ContainerStatusBuilder()
                    .withName("proxy")
                    .withStarted(true)
                    .withReady(true)
                    .withState(runningState(LONG_AGO))
                    .build())
            .endStatus()
            .build();
    assertThat(reason(pod).message()).startsWith("container web cannot be created");
  }

  @Test
  void tellsOfEveryContainerThatIsNotReady() {
    Pod pod =
        container(pod(), waitingState("ErrImagePull", ""), 0)
            .editStatus()
            .addToContainerStatuses(
                new ContainerStatusBuilder()
                    .withName("helper")
                    .withReady(false)
                    .withState(waitingState("ContainerCreating", ""))
                    .build(),
                new ContainerStatusBuilder().withName("fine").withReady(true).build())
            .endStatus()
            .build();
    assertThat(reasons(pod))
        .extracting(Reason::code)
        .containsExactly("ImagePullBackOff", "ContainerCreating");
  }

  @Test
  void waitsForReadinessGates() {
    assertThat(reasons(notReadyWithReadyContainers("ReadinessGatesNotReady", "the gate is closed")))
        .containsExactly(
            new Reason(WAITING, OBJECT, "ReadinessGatesNotReady", "the gate is closed"));
  }

  @Test
  void mayRecoverWhenItsNodeIsGone() {
    Reason reason = reason(notReadyWithReadyContainers("NodeNotReady", "Node is not ready"));
    assertThat(reason.kind()).isEqualTo(RECOVERABLE);
    assertThat(reason.code()).isEqualTo("NodeNotReady");
  }

  @Test
  void copesWithAPodOfWhichNothingIsKnown() {
    Pod bare = new PodBuilder().withNewMetadata().withName("web-1").endMetadata().build();
    assertThat(reason(bare).kind()).isEqualTo(WAITING);
  }

  private static Pod notReadyWithReadyContainers(String reason, String message) {
    return condition(phase(pod(), "Running"), "Ready", "False", reason, message)
        .editStatus()
        .addToContainerStatuses(
            new ContainerStatusBuilder()
                .withName("web")
                .withReady(true)
                .withState(runningState(LONG_AGO))
                .build())
        .endStatus()
        .build();
  }

  private static Pod crashLoop(String reason, int exitCode, int restarts) {
    return phase(pod(), "Running")
        .editStatus()
        .addToContainerStatuses(
            new ContainerStatusBuilder()
                .withName("web")
                .withReady(false)
                .withRestartCount(restarts)
                .withState(
                    new ContainerStateBuilder()
                        .withNewWaiting()
                        .withReason("CrashLoopBackOff")
                        .withMessage("back-off 10s restarting failed container")
                        .endWaiting()
                        .build())
                .withLastState(terminatedState(reason, exitCode))
                .build())
        .endStatus()
        .build();
  }

  /** With a probe that may fail three times, five seconds apart. */
  private static Symptom runningSince(String started, String ready, String transition) {
    Pod pod =
        container(phase(pod(), "Running"), runningState(started), 0)
            .editSpec()
            .editFirstContainer()
            .withNewReadinessProbe()
            .withPeriodSeconds(5)
            .withFailureThreshold(3)
            .endReadinessProbe()
            .endContainer()
            .endSpec()
            .editStatus()
            .addNewCondition()
            .withType("Ready")
            .withStatus(ready)
            .withLastTransitionTime(transition)
            .endCondition()
            .endStatus()
            .build();
    List<Symptom> symptoms = judge(pod).symptoms();
    assertThat(symptoms).hasSize(1);
    return symptoms.getFirst();
  }
}
