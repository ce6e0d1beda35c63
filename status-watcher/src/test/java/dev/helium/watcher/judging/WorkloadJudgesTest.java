package dev.helium.watcher.judging;

import static dev.helium.domain.ReasonKind.FATAL;
import static dev.helium.domain.ReasonKind.RECOVERABLE;
import static dev.helium.domain.ReasonKind.WAITING;
import static dev.helium.watcher.judging.TestPods.LONG_AGO;
import static dev.helium.watcher.judging.TestPods.TAG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Reason;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatusBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkloadJudgesTest {
  private static List<Reason> reasons(Finding finding) {
    return finding.symptoms().stream().map(symptom -> symptom.at(Instant.EPOCH)).toList();
  }

  private static List<String> codes(Finding finding) {
    return reasons(finding).stream().map(Reason::code).toList();
  }

  @ParameterizedTest(
      name = "generation {0}/{1}, wanted {2}, in all {3}, updated {4}, available {5}")
  @CsvSource({
    "2, 2, 3, 3, 3, 3, ''",
    "2, 3, 3, 3, 3, 3, ''",
    "1, 1, 0, 0, 0, 0, ''",
    "2, 1, 3, 3, 3, 3, its controller has not looked at it yet",
    "2, 2, 3, 3, 1, 3, 1 of 3 pods have been brought up to date",
    "2, 2, 3, 3, 3, 2, 2 of 3 pods are available",
    "1, 0, 3, 0, 0, 0, 0 of 3 pods are available",
    "2, 2, 3, 4, 3, 3, 1 pods of an earlier revision remain"
  })
  void knowsWhenADeploymentIsRolledOut(
      long generation,
      long observed,
      int wanted,
      int all,
      int updated,
      int available,
      String unfinished) {
    Deployment deployment =
        deployment(generation, wanted)
            .withStatus(
                new DeploymentStatusBuilder()
                    .withObservedGeneration(observed)
                    .withReplicas(all)
                    .withUpdatedReplicas(updated)
                    .withAvailableReplicas(available)
                    .build())
            .build();
    Finding finding = new DeploymentJudge().judge(deployment, TAG);
    assertThat(finding.part()).isEqualTo(new Part.Workload());
    assertThat(reasons(finding))
        .extracting(Reason::message)
        .containsExactlyElementsOf(unfinished.isEmpty() ? List.of() : List.of(unfinished));
    assertThat(reasons(finding)).allMatch(reason -> reason.kind() == WAITING);
  }

  @Test
  void waitsForADeploymentThatNobodyHasLookedAt() {
    assertThat(codes(new DeploymentJudge().judge(deployment(1, 1).build(), TAG)))
        .containsExactly("RolloutInProgress");
  }

  @Test
  void isNotReadyWithADeploymentThatIsDeleted() {
    Deployment deployment =
        deployment(1, 0).editMetadata().withDeletionTimestamp(LONG_AGO).endMetadata().build();
    assertThat(codes(new DeploymentJudge().judge(deployment, TAG))).containsExactly("Terminating");
  }

  @Test
  void tellsTheArithmeticOfAnExceededQuota() {
    Finding finding =
        new DeploymentJudge()
            .judge(failing("ReplicaFailure", "True", "FailedCreate", "exceeded quota: q"), TAG);
    assertThat(reasons(finding))
        .contains(new Reason(FATAL, "Deployment/web", "QuotaExceeded", "exceeded quota: q"));
  }

  @Test
  void saysTheArithmeticInPlainWords() {
    Finding finding =
        new DeploymentJudge()
            .judge(
                failing(
                    "ReplicaFailure",
                    "True",
                    "FailedCreate",
                    "pods \"web-1\" is forbidden: exceeded quota: team, requested:"
                        + " requests.cpu=500m, used: requests.cpu=7800m, limited:"
                        + " requests.cpu=8"),
                TAG);
    assertThat(reasons(finding))
        .contains(
            new Reason(
                FATAL,
                "Deployment/web",
                "QuotaExceeded",
                "quota team: needs 500m of CPU; 7800m of 8000m are taken"));
  }

  @Test
  void mayRecoverFromPodsThatAreRefusedForAnotherReason() {
    Finding finding =
        new DeploymentJudge()
            .judge(failing("ReplicaFailure", "True", "FailedCreate", "no service account"), TAG);
    assertThat(reasons(finding))
        .contains(new Reason(RECOVERABLE, "Deployment/web", "FailedCreate", "no service account"));
  }

  @Test
  void mayRecoverFromAMissedDeadlineWhichItTells() {
    assertThat(
            codes(
                new DeploymentJudge()
                    .judge(
                        failing("Progressing", "False", "ProgressDeadlineExceeded", "late"), TAG)))
        .containsExactly("ProgressDeadlineExceeded", "RolloutInProgress");
    assertThat(
            codes(
                new DeploymentJudge()
                    .judge(failing("Progressing", "True", "ReplicaSetUpdated", ""), TAG)))
        .containsExactly("RolloutInProgress");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "settled,                 a, a, 2, 0, 2, '', 0, true",
    "settled but unavailable, a, a, 2, 0, 1, '', 0, false",
    "first pods come,         a, a, 1, 1, 1, '', 0, false",
    "in the middle,           a, b, 2, 1, 2, '', 0, false",
    "all updated,             a, b, 2, 2, 2, '', 0, true",
    "kept by its partition,   a, b, 2, 1, 2, '', 1, true",
    "below its partition,     a, b, 2, 0, 2, '', 1, false",
    "updates on deletion,     a, b, 2, 0, 2, OnDelete, 0, true"
  })
  void knowsWhenAStatefulSetIsRolledOut(
      String name,
      String current,
      String update,
      int all,
      int updated,
      int available,
      String strategy,
      int partition,
      boolean done) {
    StatefulSet set =
        new StatefulSetBuilder()
            .withNewMetadata()
            .withName("store")
            .withNamespace("demo")
            .withGeneration(1L)
            .endMetadata()
            .withNewSpec()
            .withReplicas(2)
            .withNewUpdateStrategy()
            .withType(strategy.isEmpty() ? "RollingUpdate" : strategy)
            .withNewRollingUpdate()
            .withPartition(partition)
            .endRollingUpdate()
            .endUpdateStrategy()
            .endSpec()
            .withStatus(
                new StatefulSetStatusBuilder()
                    .withObservedGeneration(1L)
                    .withReplicas(all)
                    .withUpdatedReplicas(updated)
                    .withAvailableReplicas(available)
                    .withCurrentRevision(current)
                    .withUpdateRevision(update)
                    .build())
            .build();
    assertThat(new StatefulSetJudge().judge(set, TAG).symptoms().isEmpty())
        .as(name)
        .isEqualTo(done);
  }

  @Test
  void waitsForAStatefulSetThatNobodyHasLookedAt() {
    StatefulSet set =
        new StatefulSetBuilder()
            .withNewMetadata()
            .withName("store")
            .withGeneration(1L)
            .endMetadata()
            .build();
    assertThat(codes(new StatefulSetJudge().judge(set, TAG))).containsExactly("RolloutInProgress");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 3, 3, RollingUpdate, true",
    "1, 0, 0, 0, RollingUpdate, true",
    "0, 3, 3, 3, RollingUpdate, false",
    "1, 3, 2, 3, RollingUpdate, false",
    "1, 3, 2, 3, OnDelete, true",
    "1, 3, 3, 2, RollingUpdate, false"
  })
  void knowsWhenADaemonSetIsRolledOut(
      long observed, int wanted, int updated, int available, String strategy, boolean done) {
    var set =
        new DaemonSetBuilder()
            .withNewMetadata()
            .withName("agent")
            .withGeneration(1L)
            .endMetadata()
            .withNewSpec()
            .withNewUpdateStrategy()
            .withType(strategy)
            .endUpdateStrategy()
            .endSpec()
            .withNewStatus()
            .withObservedGeneration(observed)
            .withDesiredNumberScheduled(wanted)
            .withUpdatedNumberScheduled(updated)
            .withNumberAvailable(available)
            .endStatus()
            .build();
    assertThat(new DaemonSetJudge().judge(set, TAG).symptoms().isEmpty()).isEqualTo(done);
  }

  @ParameterizedTest
  @CsvSource({
    "Complete, True, ''",
    "Complete, False, JobRunning",
    "SuccessCriteriaMet, True, JobRunning",
    "Failed, True, JobFailed",
    "Failed, False, JobRunning"
  })
  void knowsWhenAJobIsDone(String type, String status, String code) {
    var job =
        job()
            .withNewStatus()
            .addNewCondition()
            .withType(type)
            .withStatus(status)
            .withReason("BackoffLimitExceeded")
            .endCondition()
            .endStatus()
            .build();
    Finding finding = new JobJudge().judge(job, TAG);
    assertThat(codes(finding))
        .containsExactlyElementsOf(code.isEmpty() ? List.of() : List.of(code));
    assertThat(finding.part()).isEqualTo(new Part.Workload());
  }

  @Test
  void givesUpOnAJobThatFailed() {
    var job =
        job()
            .withNewStatus()
            .addNewCondition()
            .withType("Failed")
            .withStatus("True")
            .withReason("BackoffLimitExceeded")
            .endCondition()
            .endStatus()
            .build();
    assertThat(reasons(new JobJudge().judge(job, TAG)))
        .containsExactly(
            new Reason(
                FATAL,
                "Job/load",
                "JobFailed",
                "it failed and is not tried again: BackoffLimitExceeded"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1 try has failed", "3, 3 tries have failed"})
  void saysThatAJobIsTriedAgain(int failed, String words) {
    var job = job().withNewStatus().withFailed(failed).withActive(1).endStatus().build();
    assertThat(reasons(new JobJudge().judge(job, TAG)))
        .containsExactly(
            new Reason(
                RECOVERABLE, "Job/load", "JobRetrying", words + " and it has not completed yet"));
  }

  @Test
  void saysHowOftenAJobWasTriedThatFailed() {
    var job =
        job()
            .withNewStatus()
            .withFailed(4)
            .addNewCondition()
            .withType("Failed")
            .withStatus("True")
            .withReason("BackoffLimitExceeded")
            .endCondition()
            .endStatus()
            .build();
    assertThat(reasons(new JobJudge().judge(job, TAG)))
        .containsExactly(
            new Reason(
                FATAL,
                "Job/load",
                "JobFailed",
                "it failed and is not tried again: BackoffLimitExceeded, 4 tries have failed"));
  }

  @Test
  void forgetsFailedTriesOfAJobThatIsComplete() {
    var job =
        job()
            .withNewStatus()
            .withFailed(2)
            .withSucceeded(1)
            .addNewCondition()
            .withType("Complete")
            .withStatus("True")
            .endCondition()
            .endStatus()
            .build();
    assertThat(reasons(new JobJudge().judge(job, TAG))).isEmpty();
  }

  @Test
  void waitsForAJobThatIsSuspendedOrNew() {
    assertThat(codes(new JobJudge().judge(job().build(), TAG))).containsExactly("JobRunning");
    var suspended = job().withNewSpec().withSuspend(true).endSpec().build();
    assertThat(codes(new JobJudge().judge(suspended, TAG))).containsExactly("JobSuspended");
  }

  @Test
  void doesNotWaitForAJobOfASchedule() {
    var job =
        job()
            .editMetadata()
            .addNewOwnerReference()
            .withKind("CronJob")
            .withName("nightly")
            .withController(true)
            .endOwnerReference()
            .endMetadata()
            .build();
    assertThat(new JobJudge().judge(job, TAG))
        .isEqualTo(Finding.fine(new ObjectKey("Job", "demo", "load"), TAG, new Part.Bystander()));
  }

  private static JobBuilder job() {
    return new JobBuilder().withNewMetadata().withName("load").withNamespace("demo").endMetadata();
  }

  private static DeploymentBuilder deployment(long generation, int replicas) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName("web")
        .withNamespace("demo")
        .withGeneration(generation)
        .endMetadata()
        .withNewSpec()
        .withReplicas(replicas)
        .endSpec();
  }

  private static Deployment failing(String type, String status, String reason, String message) {
    return deployment(1, 1)
        .withNewStatus()
        .withObservedGeneration(1L)
        .addNewCondition()
        .withType(type)
        .withStatus(status)
        .withReason(reason)
        .withMessage(message)
        .endCondition()
        .endStatus()
        .build();
  }
}
