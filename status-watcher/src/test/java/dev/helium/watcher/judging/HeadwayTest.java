package dev.helium.watcher.judging;

import static dev.helium.watcher.judging.TestPods.TAG;
import static dev.helium.watcher.judging.TestPods.container;
import static dev.helium.watcher.judging.TestPods.ownedBy;
import static dev.helium.watcher.judging.TestPods.phase;
import static dev.helium.watcher.judging.TestPods.pod;
import static dev.helium.watcher.judging.TestPods.runningState;
import static dev.helium.watcher.judging.TestPods.terminatedState;
import static dev.helium.watcher.judging.TestPods.waitingState;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Milestones;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class HeadwayTest {
  private static final String MADE = "2026-02-01T00:00:00Z";
  private static final String LATER = "2026-02-01T00:00:07Z";
  private static final Instant SINCE = Instant.parse(MADE);

  @Test
  void aPodHasGotItsNodeWhenItSaysSo() {
    assertThat(of(made(pod()))).isEqualTo(new Headway.OfPod(SINCE, unknown(), unknown()));
    assertThat(of(scheduled(made(pod()), "False")).scheduled()).isEqualTo(unknown());
    assertThat(of(scheduled(made(pod()), "True")).scheduled()).isEqualTo(Instant.parse(LATER));
  }

  @Test
  void aPodHasStartedWhenTheLastOfItsContainersFirstRan() {
    // given
    PodBuilder two =
        made(pod()).editSpec().addNewContainer().withName("log").endContainer().endSpec();
    Pod one = container(two, runningState(LATER), 0).build();
    PodBuilder waiting = container(new PodBuilder(one), waitingState("ContainerCreating", ""), 0);
    PodBuilder running = container(new PodBuilder(one), runningState(MADE), 0);
    // then
    assertThat(of(new PodBuilder(one)).started()).isEqualTo(unknown());
    assertThat(of(waiting).started()).isEqualTo(unknown());
    assertThat(of(running).started()).isEqualTo(Instant.parse(LATER));
  }

  @Test
  void aRestartIsNotAStart() {
    // given
    ContainerState before =
        new ContainerStateBuilder(terminatedState("Error", 1))
            .editTerminated()
            .withStartedAt(MADE)
            .endTerminated()
            .build();
    PodBuilder restarted =
        container(made(pod()), runningState(LATER), 1)
            .editStatus()
            .editFirstContainerStatus()
            .withLastState(before)
            .endContainerStatus()
            .endStatus();
    // then
    assertThat(of(restarted).started()).isEqualTo(SINCE);
  }

  @Test
  void aPodHoldsUpSinceItTurned() {
    assertThat(of(condition(made(pod()), "Ready", "False", LATER)).since())
        .isEqualTo(Instant.parse(LATER));
  }

  @Test
  void whatCannotBeReadIsNotKnown() {
    assertThat(of(condition(made(pod()), "PodScheduled", "True", "yesterday")).scheduled())
        .isEqualTo(unknown());
    assertThat(of(container(made(pod()), runningState(""), 0)).started()).isEqualTo(unknown());
  }

  @Test
  void whatIsDoneOrReplacedHasNone() {
    assertThat(headway(phase(ownedBy("Job", "load"), "Succeeded").build()))
        .isEqualTo(new Headway.None());
  }

  @Test
  void controllersSayWhatTheyWantAndHave() {
    assertThat(
            new DeploymentJudge()
                .judge(
                    new DeploymentBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .withCreationTimestamp(MADE)
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(3)
                        .endSpec()
                        .withNewStatus()
                        .withReplicas(4)
                        .withUpdatedReplicas(2)
                        .withAvailableReplicas(1)
                        .endStatus()
                        .build(),
                    TAG)
                .headway())
        .isEqualTo(new Headway.OfController(3, 2, 1, SINCE));
    assertThat(
            new StatefulSetJudge()
                .judge(
                    new StatefulSetBuilder()
                        .withNewMetadata()
                        .withName("db")
                        .withCreationTimestamp(MADE)
                        .endMetadata()
                        .build(),
                    TAG)
                .headway())
        .isEqualTo(new Headway.OfController(1, 0, 0, SINCE));
    assertThat(
            new DaemonSetJudge()
                .judge(
                    new DaemonSetBuilder()
                        .withNewMetadata()
                        .withName("log")
                        .withCreationTimestamp(MADE)
                        .endMetadata()
                        .withNewStatus()
                        .withDesiredNumberScheduled(5)
                        .withUpdatedNumberScheduled(4)
                        .withNumberAvailable(3)
                        .endStatus()
                        .build(),
                    TAG)
                .headway())
        .isEqualTo(new Headway.OfController(5, 4, 3, SINCE));
  }

  @Test
  void aJobWantsWhatItIsToComplete() {
    assertThat(of(job().build())).isEqualTo(new Headway.OfController(1, 1, 0, SINCE));
    assertThat(
            of(
                job()
                    .withNewSpec()
                    .withParallelism(2)
                    .withCompletions(6)
                    .endSpec()
                    .withNewStatus()
                    .withSucceeded(4)
                    .endStatus()
                    .build()))
        .isEqualTo(new Headway.OfController(6, 6, 4, SINCE));
    assertThat(
            of(
                job()
                    .withNewSpec()
                    .withParallelism(2)
                    .endSpec()
                    .withNewStatus()
                    .withSucceeded(1)
                    .addNewCondition()
                    .withType("Complete")
                    .withStatus("True")
                    .endCondition()
                    .endStatus()
                    .build()))
        .isEqualTo(new Headway.OfController(2, 2, 2, SINCE));
  }

  private static Instant unknown() {
    return Milestones.UNKNOWN;
  }

  private static Headway.OfPod of(PodBuilder pod) {
    return (Headway.OfPod) headway(pod.build());
  }

  private static Headway headway(Pod pod) {
    return new PodJudge(Duration.ofMinutes(10)).judge(pod, TAG).headway();
  }

  private static Headway of(Job job) {
    return new JobJudge().judge(job, TAG).headway();
  }

  private static JobBuilder job() {
    return new JobBuilder()
        .withNewMetadata()
        .withName("load")
        .withCreationTimestamp(MADE)
        .endMetadata();
  }

  private static PodBuilder made(PodBuilder pod) {
    return pod.editMetadata().withCreationTimestamp(MADE).endMetadata();
  }

  private static PodBuilder scheduled(PodBuilder pod, String status) {
    return condition(pod, "PodScheduled", status, LATER);
  }

  private static PodBuilder condition(PodBuilder pod, String type, String status, String since) {
    return pod.editStatus()
        .addNewCondition()
        .withType(type)
        .withStatus(status)
        .withLastTransitionTime(since)
        .endCondition()
        .endStatus();
  }
}
