package dev.helium.watcher.judging;

import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;

/** Pods as the API server shows them. */
final class TestPods {
  static final Tag TAG = new Tag(new WorkspaceId("demo"), 1);
  static final String LONG_AGO = "2026-01-01T00:00:00Z";
  static final String IMAGE = "registry.example/web:1";

  private TestPods() {}

  /** Pending, and nothing more is known. */
  static PodBuilder pod() {
    return new PodBuilder()
        .withNewMetadata()
        .withName("web-1")
        .withNamespace("demo")
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("web")
        .withImage(IMAGE)
        .endContainer()
        .endSpec()
        .withNewStatus()
        .withPhase("Pending")
        .endStatus();
  }

  static PodBuilder ownedBy(String kind, String name) {
    return pod()
        .editMetadata()
        .addNewOwnerReference()
        .withKind(kind)
        .withName(name)
        .withController(true)
        .endOwnerReference()
        .endMetadata();
  }

  static PodBuilder ready(PodBuilder pod) {
    return condition(pod, "Ready", "True", "", "").editStatus().withPhase("Running").endStatus();
  }

  static PodBuilder phase(PodBuilder pod, String phase) {
    return pod.editStatus().withPhase(phase).endStatus();
  }

  static PodBuilder deleting(PodBuilder pod) {
    return pod.editMetadata().withDeletionTimestamp(LONG_AGO).endMetadata();
  }

  static PodBuilder condition(
      PodBuilder pod, String type, String status, String reason, String message) {
    return pod.editStatus()
        .addNewCondition()
        .withType(type)
        .withStatus(status)
        .withReason(reason)
        .withMessage(message)
        .withLastTransitionTime(LONG_AGO)
        .endCondition()
        .endStatus();
  }

  static PodBuilder container(PodBuilder pod, ContainerState state, int restarts) {
    return pod.editStatus()
        .addToContainerStatuses(
            new ContainerStatusBuilder()
                .withName("web")
                .withImage(IMAGE)
                .withReady(false)
                .withRestartCount(restarts)
                .withState(state)
                .build())
        .endStatus();
  }

  static Pod waiting(String reason, String message) {
    return container(pod(), waitingState(reason, message), 0).build();
  }

  static ContainerState waitingState(String reason, String message) {
    return new ContainerStateBuilder()
        .withNewWaiting()
        .withReason(reason)
        .withMessage(message)
        .endWaiting()
        .build();
  }

  static ContainerState runningState(String since) {
    return new ContainerStateBuilder().withNewRunning().withStartedAt(since).endRunning().build();
  }

  static ContainerState terminatedState(String reason, int exitCode) {
    return new ContainerStateBuilder()
        .withNewTerminated()
        .withReason(reason)
        .withExitCode(exitCode)
        .endTerminated()
        .build();
  }
}
