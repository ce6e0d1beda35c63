package dev.helium.watcher.judging;

import dev.helium.domain.ReadinessCode;
import dev.helium.domain.ReasonKind;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A pod is fine when it is ready.
 *
 * <p>A pod that has ended or is on its way out concerns nobody when a controller replaces it; one
 * that nothing replaces is a loss.
 */
public final class PodJudge implements Judge<Pod> {
  private static final String LOST = "it ended with a failure and nothing starts it again";

  private final Duration patience;

  /**
   * @param patience how long a pod may go without a node before somebody has to do something
   */
  public PodJudge(Duration patience) {
    this.patience = Objects.requireNonNull(patience, "patience");
  }

  @Override
  public Finding judge(Pod pod, Tag tag) {
    ObjectKey key = ObjectKey.of(pod);
    PodStatus status = pod.getStatus() == null ? new PodStatus() : pod.getStatus();
    Optional<String> owner = owner(pod);
    boolean failed = "Failed".equals(status.getPhase());
    if ("Succeeded".equals(status.getPhase())
        || (owner.isPresent() && (failed || Judge.isDeleting(pod)))) {
      return Finding.fine(key, tag, new Part.Bystander());
    }
    Part part = owner.<Part>map(Part.Member::new).orElseGet(Part.Workload::new);
    return new Finding(key, tag, part, symptoms(pod, status, new Symptoms(key)), "")
        .having(new PodHeadway(pod, status).found());
  }

  private List<Symptom> symptoms(Pod pod, PodStatus status, Symptoms symptoms) {
    if (Judge.isDeleting(pod)) {
      return List.of(symptoms.terminating());
    }
    if ("Failed".equals(status.getPhase())) {
      return List.of(failure(status, symptoms));
    }
    return new UnreadyPod(pod, status, patience, symptoms).found();
  }

  private static Symptom failure(PodStatus status, Symptoms symptoms) {
    String reason = Judge.text(status.getReason());
    String message = Judge.text(status.getMessage());
    if (!reason.isEmpty()) {
      return symptoms.of(ReasonKind.FATAL, reason, message.isEmpty() ? LOST : message);
    }
    return status.getContainerStatuses().stream()
        .filter(PodJudge::hasFailed)
        .findFirst()
        .map(container -> failure(container, symptoms))
        .orElseGet(() -> symptoms.of(ReadinessCode.FAILED, message.isEmpty() ? LOST : message));
  }

  private static Symptom failure(ContainerStatus container, Symptoms symptoms) {
    ContainerStateTerminated end = container.getState().getTerminated();
    String reason = Judge.text(end.getReason());
    return symptoms.of(
        reason.equals(ReadinessCode.OOM_KILLED.word())
            ? ReadinessCode.OOM_KILLED
            : ReadinessCode.FAILED,
        "container "
            + container.getName()
            + " ended with "
            + (reason.isEmpty() ? "a failure" : reason)
            + " (exit code "
            + end.getExitCode()
            + ") and nothing starts it again");
  }

  private static boolean hasFailed(ContainerStatus container) {
    return container.getState() != null
        && container.getState().getTerminated() != null
        && Judge.count(container.getState().getTerminated().getExitCode()) != 0;
  }

  private static Optional<String> owner(Pod pod) {
    return pod.getMetadata().getOwnerReferences().stream()
        .filter(owner -> Boolean.TRUE.equals(owner.getController()))
        .map(owner -> owner(pod, owner))
        .findFirst();
  }

  /**
   * The replica sets of a deployment carry its name and the hash that their pods are marked with.
   */
  private static String owner(Pod pod, OwnerReference owner) {
    String hash =
        pod.getMetadata().getLabels() == null
            ? null
            : pod.getMetadata().getLabels().get("pod-template-hash");
    String name = owner.getName();
    return "ReplicaSet".equals(owner.getKind()) && hash != null && name.endsWith("-" + hash)
        ? "Deployment/" + name.substring(0, name.length() - hash.length() - 1)
        : owner.getKind() + "/" + name;
  }
}
