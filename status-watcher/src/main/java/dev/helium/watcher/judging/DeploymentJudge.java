package dev.helium.watcher.judging;

import dev.helium.domain.ReadinessCode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A deployment is fine when its newest revision is rolled out and available. */
public final class DeploymentJudge implements Judge<Deployment> {
  @Override
  public Finding judge(Deployment deployment, Tag tag) {
    ObjectKey key = ObjectKey.of(deployment);
    Symptoms symptoms = new Symptoms(key);
    DeploymentStatus status =
        deployment.getStatus() == null ? new DeploymentStatus() : deployment.getStatus();
    Rollout rollout = rollout(deployment, status);
    List<Symptom> found =
        Judge.isDeleting(deployment)
            ? List.of(symptoms.terminating())
            : symptoms(status, rollout, symptoms);
    return new Finding(key, tag, new Part.Workload(), found, "")
        .having(rollout.headway(deployment));
  }

  private static List<Symptom> symptoms(
      DeploymentStatus status, Rollout rollout, Symptoms symptoms) {
    List<Symptom> found = new ArrayList<>();
    condition(status, "ReplicaFailure", "True")
        .ifPresent(condition -> found.add(symptoms.refused(Judge.text(condition.getMessage()))));
    List<Symptom> unfinished = rollout.symptoms(symptoms);
    if (!unfinished.isEmpty()
        && condition(status, "Progressing", "False")
            .map(DeploymentCondition::getReason)
            .filter("ProgressDeadlineExceeded"::equals)
            .isPresent()) {
      found.add(
          symptoms.of(
              ReadinessCode.PROGRESS_DEADLINE_EXCEEDED,
              "its pods were not available within its deadline"));
    }
    found.addAll(unfinished);
    return found;
  }

  private static Rollout rollout(Deployment deployment, DeploymentStatus status) {
    Integer replicas = deployment.getSpec() == null ? null : deployment.getSpec().getReplicas();
    int updated = Judge.count(status.getUpdatedReplicas());
    return new Rollout(
        Rollout.isCurrent(deployment.getMetadata().getGeneration(), status.getObservedGeneration()),
        replicas == null ? 1 : replicas,
        updated,
        Judge.count(status.getReplicas()) - updated,
        Judge.count(status.getAvailableReplicas()));
  }

  private static Optional<DeploymentCondition> condition(
      DeploymentStatus status, String type, String value) {
    return status.getConditions().stream()
        .filter(condition -> type.equals(condition.getType()))
        .filter(condition -> value.equals(condition.getStatus()))
        .findFirst();
  }
}
