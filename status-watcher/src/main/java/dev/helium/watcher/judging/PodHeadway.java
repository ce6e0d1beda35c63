package dev.helium.watcher.judging;

import dev.helium.domain.Milestones;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateRunning;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a pod has come, from what the cluster notes of it: to the second. */
record PodHeadway(Pod pod, PodStatus status) {
  Headway.OfPod found() {
    return new Headway.OfPod(
        condition("Ready")
            .map(PodHeadway::transition)
            .orElseGet(() -> instant(pod.getMetadata().getCreationTimestamp())),
        condition("PodScheduled")
            .filter(scheduled -> "True".equals(scheduled.getStatus()))
            .map(PodHeadway::transition)
            .orElse(Milestones.UNKNOWN),
        started());
  }

  /** What cannot be read is not known. */
  static Instant instant(String time) {
    Instant read = UnreadyPod.instant(time);
    return read.equals(Instant.MIN) ? Milestones.UNKNOWN : read;
  }

  private Instant started() {
    int wanted = pod.getSpec() == null ? 0 : pod.getSpec().getContainers().size();
    if (wanted == 0 || status.getContainerStatuses().size() < wanted) {
      return Milestones.UNKNOWN;
    }
    Instant last = Instant.MIN;
    for (ContainerStatus container : status.getContainerStatuses()) {
      Optional<Instant> first = firstRun(container);
      if (first.isEmpty()) {
        return Milestones.UNKNOWN;
      }
      last = first.get().isAfter(last) ? first.get() : last;
    }
    return last;
  }

  /** Of a container that was restarted only the run before the present one is remembered. */
  private static Optional<Instant> firstRun(ContainerStatus container) {
    return Stream.of(container.getState(), container.getLastState())
        .flatMap(PodHeadway::begun)
        .map(PodHeadway::instant)
        .filter(begun -> !begun.equals(Milestones.UNKNOWN))
        .min(Comparator.naturalOrder());
  }

  private static Stream<String> begun(ContainerState state) {
    return state == null
        ? Stream.empty()
        : Stream.concat(
            Stream.ofNullable(state.getRunning()).map(ContainerStateRunning::getStartedAt),
            Stream.ofNullable(state.getTerminated()).map(ContainerStateTerminated::getStartedAt));
  }

  private Optional<PodCondition> condition(String type) {
    return status.getConditions().stream()
        .filter(condition -> type.equals(condition.getType()))
        .findFirst();
  }

  private static Instant transition(PodCondition condition) {
    return instant(condition.getLastTransitionTime());
  }
}
