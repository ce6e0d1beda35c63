package dev.helium.watcher.judging;

import dev.helium.domain.ReadinessCode;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A job is fine when it is complete; one that a schedule started is nobody's concern. */
public final class JobJudge implements Judge<Job> {
  @Override
  public Finding judge(Job job, Tag tag) {
    ObjectKey key = ObjectKey.of(job);
    if (isScheduled(job)) {
      return Finding.fine(key, tag, new Part.Bystander());
    }
    return new Finding(key, tag, new Part.Workload(), symptoms(job, new Symptoms(key)), "")
        .having(headway(job));
  }

  /** Its pods are there to succeed, so those count that have. */
  private static Headway headway(Job job) {
    JobSpec spec = job.getSpec() == null ? new JobSpec() : job.getSpec();
    int wanted =
        Stream.of(spec.getCompletions(), spec.getParallelism())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(1);
    int succeeded = job.getStatus() == null ? 0 : Judge.count(job.getStatus().getSucceeded());
    return new Headway.OfController(
        wanted,
        wanted,
        condition(job, "Complete").isPresent() ? wanted : succeeded,
        PodHeadway.instant(job.getMetadata().getCreationTimestamp()));
  }

  private static List<Symptom> symptoms(Job job, Symptoms symptoms) {
    if (Judge.isDeleting(job)) {
      return List.of(symptoms.terminating());
    }
    if (condition(job, "Complete").isPresent()) {
      return List.of();
    }
    int tries = job.getStatus() == null ? 0 : Judge.count(job.getStatus().getFailed());
    Optional<JobCondition> failed = condition(job, "Failed");
    if (failed.isPresent()) {
      return List.of(
          symptoms.of(
              ReadinessCode.JOB_FAILED,
              "it failed and is not tried again: "
                  + Judge.text(failed.get().getReason())
                  + (tries > 0 ? ", " + failures(tries) : "")));
    }
    if (job.getSpec() != null && Boolean.TRUE.equals(job.getSpec().getSuspend())) {
      return List.of(symptoms.of(ReadinessCode.JOB_SUSPENDED, "it is suspended"));
    }
    return List.of(
        tries > 0
            ? symptoms.of(
                ReadinessCode.JOB_RETRYING, failures(tries) + " and it has not completed yet")
            : symptoms.of(ReadinessCode.JOB_RUNNING, "it has not completed yet"));
  }

  private static String failures(int tries) {
    return tries + (tries == 1 ? " try has" : " tries have") + " failed";
  }

  private static Optional<JobCondition> condition(Job job, String type) {
    return job.getStatus() == null
        ? Optional.empty()
        : job.getStatus().getConditions().stream()
            .filter(condition -> type.equals(condition.getType()))
            .filter(condition -> "True".equals(condition.getStatus()))
            .findFirst();
  }

  private static boolean isScheduled(Job job) {
    return job.getMetadata().getOwnerReferences().stream()
        .filter(owner -> Boolean.TRUE.equals(owner.getController()))
        .map(OwnerReference::getKind)
        .anyMatch("CronJob"::equals);
  }
}
