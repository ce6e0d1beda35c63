package dev.helium.watcher.judging;

import dev.helium.domain.ReadinessCode;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a pod that should be ready is not: the first of its stages that has not been passed.
 *
 * @param patience how long it may go without a node before somebody has to do something
 */
record UnreadyPod(Pod pod, PodStatus status, Duration patience, Symptoms symptoms) {
  /** Empty when the pod is ready. */
  List<Symptom> found() {
    Optional<PodCondition> ready = condition("Ready");
    if (ready.filter(UnreadyPod::isTrue).isPresent()) {
      return List.of();
    }
    return condition("PodScheduled")
        .filter(condition -> "False".equals(condition.getStatus()))
        .map(condition -> List.of(unscheduled(condition)))
        .or(this::initializing)
        .or(this::starting)
        .orElseGet(() -> List.of(held(ready)));
  }

  private Symptom unscheduled(PodCondition condition) {
    String reason = Judge.text(condition.getReason());
    String message = Judge.text(condition.getMessage());
    String words = message.isEmpty() ? "no node has been found for it" : message;
    if (!reason.isEmpty() && !reason.equals(ReadinessCode.UNSCHEDULABLE.word())) {
      return symptoms.of(ReasonKind.WAITING, reason, words);
    }
    var waiting = symptoms.reason(ReadinessCode.UNSCHEDULABLE, words);
    Instant since = instant(condition.getLastTransitionTime());
    return since.equals(Instant.MIN)
        ? new Symptom.Lasting(waiting)
        : new Symptom.Worsening(
            waiting,
            since.plus(patience),
            symptoms.reason(ReasonKind.FATAL, ReadinessCode.UNSCHEDULABLE.word(), words));
  }

  private Optional<List<Symptom>> initializing() {
    return status.getInitContainerStatuses().stream()
        .filter(container -> !isPassed(container))
        .findFirst()
        .map(container -> counted(judge(container, true).symptom()))
        .map(List::of);
  }

  /** One of several that takes its time is told apart from one that is the last. */
  private Symptom counted(Symptom symptom) {
    List<ContainerStatus> all = status.getInitContainerStatuses();
    return all.size() > 1
            && symptom instanceof Symptom.Lasting(Reason reason)
            && reason.code().equals(ReadinessCode.INITIALIZING.word())
        ? new Symptom.Lasting(
            symptoms.withMore(
                reason,
                ", %d of %d are done"
                    .formatted(all.stream().filter(this::isPassed).count(), all.size())))
        : symptom;
  }

  private Optional<List<Symptom>> starting() {
    List<Symptom> unready =
        Stream.concat(
                status.getContainerStatuses().stream(),
                status.getInitContainerStatuses().stream().filter(this::isSidecar))
            .filter(container -> !Boolean.TRUE.equals(container.getReady()))
            .map(container -> judge(container, false).symptom())
            .toList();
    return unready.isEmpty() ? Optional.empty() : Optional.of(unready);
  }

  /** Every container is ready, or none has been heard of. */
  private Symptom held(Optional<PodCondition> ready) {
    String reason = ready.map(PodCondition::getReason).orElse("");
    String message = ready.map(PodCondition::getMessage).orElse("");
    if (status.getContainerStatuses().isEmpty()) {
      return symptoms.of(ReadinessCode.PENDING, "it has not been started yet");
    }
    if (reason.equals(ReadinessCode.READINESS_GATES_NOT_READY.word())) {
      return symptoms.of(ReadinessCode.READINESS_GATES_NOT_READY, message);
    }
    return symptoms.of(
        ReasonKind.RECOVERABLE,
        reason.isEmpty() ? ReadinessCode.NOT_READY.word() : reason,
        message.isEmpty() ? "its containers are ready, but it is not" : message);
  }

  private UnreadyContainer judge(ContainerStatus container, boolean initializing) {
    return new UnreadyContainer(
        container,
        initializing,
        containers()
            .filter(candidate -> candidate.getName().equals(container.getName()))
            .findFirst()
            .orElseGet(Container::new),
        lostReadiness(),
        symptoms);
  }

  /** When the pod last turned from ready to not ready, or began without being it. */
  private Instant lostReadiness() {
    return condition("Ready")
        .map(PodCondition::getLastTransitionTime)
        .map(UnreadyPod::instant)
        .orElse(Instant.MIN);
  }

  /** An init container is passed when it has succeeded; one that stays, when it has started. */
  private boolean isPassed(ContainerStatus container) {
    if (isSidecar(container)) {
      return Boolean.TRUE.equals(container.getStarted());
    }
    return container.getState() != null
        && container.getState().getTerminated() != null
        && Judge.count(container.getState().getTerminated().getExitCode()) == 0;
  }

  private boolean isSidecar(ContainerStatus container) {
    return pod.getSpec() != null
        && pod.getSpec().getInitContainers().stream()
            .filter(candidate -> candidate.getName().equals(container.getName()))
            .anyMatch(candidate -> "Always".equals(candidate.getRestartPolicy()));
  }

  private Stream<Container> containers() {
    return pod.getSpec() == null
        ? Stream.empty()
        : Stream.concat(
            pod.getSpec().getContainers().stream(), pod.getSpec().getInitContainers().stream());
  }

  private Optional<PodCondition> condition(String type) {
    return status.getConditions().stream()
        .filter(condition -> type.equals(condition.getType()))
        .findFirst();
  }

  private static boolean isTrue(PodCondition condition) {
    return "True".equals(condition.getStatus());
  }

  /** What cannot be read is taken for long ago. */
  static Instant instant(String time) {
    try {
      return time == null ? Instant.MIN : OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException unreadable) {
      return Instant.MIN;
    }
  }
}
