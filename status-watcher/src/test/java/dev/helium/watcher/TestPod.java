package dev.helium.watcher;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.Quantity;

/** One pod that nothing owns and no node runs, so that its status stays as it is patched. */
record TestPod(TestWorkspace workspace) {
  static final String NOBODY = "nobody";
  private static final String LONG_AGO = "2026-01-01T00:00:00Z";

  void unheardOf() {
    workspace.create(pod());
  }

  void waiting(String reason) {
    patched(
        pending(
            false,
            new ContainerStateBuilder().withNewWaiting().withReason(reason).endWaiting().build()));
  }

  void terminated(String reason) {
    patched(
        pending(
            false,
            new ContainerStateBuilder()
                .withNewTerminated()
                .withReason(reason)
                .withExitCode(reason.equals("Completed") ? 0 : 1)
                .endTerminated()
                .build()));
  }

  void running(String since) {
    patched(pending(false, runningState(since)));
  }

  /** All containers are ready, and the pod is not. */
  void held(String reason) {
    patched(
        new PodStatusBuilder(pending(true, runningState(LONG_AGO)))
            .addToConditions(
                new PodConditionBuilder()
                    .withType("Ready")
                    .withStatus("False")
                    .withReason(reason)
                    .withMessage("so it is")
                    .withLastTransitionTime(LONG_AGO)
                    .build())
            .build());
  }

  void failed(String reason) {
    patched(
        new PodStatusBuilder()
            .withPhase("Failed")
            .withReason(reason)
            .withMessage("so it is")
            .build());
  }

  void initializing() {
    Pod pod =
        new PodBuilder(pod().build())
            .editSpec()
            .addNewInitContainer()
            .withName("migrate")
            .withImage("registry.example/migrate:1")
            .endInitContainer()
            .endSpec()
            .build();
    patched(
        new PodBuilder(pod),
        new PodStatusBuilder()
            .withPhase("Pending")
            .withInitContainerStatuses(container("migrate", false, runningState(LONG_AGO)))
            .build());
  }

  void tooLarge() {
    workspace.create(
        pod()
            .editSpec()
            .withSchedulerName("default-scheduler")
            .editFirstContainer()
            .withNewResources()
            .addToRequests("cpu", new Quantity("1000"))
            .endResources()
            .endContainer()
            .endSpec());
  }

  void gated() {
    workspace.create(
        pod()
            .editSpec()
            .addNewSchedulingGate()
            .withName("helium.dev/test")
            .endSchedulingGate()
            .endSpec());
  }

  private PodBuilder pod() {
    return new PodBuilder()
        .withNewMetadata()
        .withName("web")
        .withNamespace(workspace.id().value())
        .withLabels(workspace.labels())
        .endMetadata()
        .withNewSpec()
        .withSchedulerName(NOBODY)
        .addNewContainer()
        .withName("web")
        .withImage("registry.example/web:1")
        .endContainer()
        .endSpec();
  }

  private void patched(PodStatus status) {
    patched(pod(), status);
  }

  private void patched(PodBuilder pod, PodStatus status) {
    Pod created = workspace.create(pod);
    // Of no version: whatever the controllers write meanwhile is no conflict.
    workspace
        .client()
        .resource(
            new PodBuilder(created)
                .editMetadata()
                .withResourceVersion(null)
                .endMetadata()
                .withStatus(status)
                .build())
        .updateStatus();
  }

  private static PodStatus pending(boolean ready, ContainerState state) {
    return new PodStatusBuilder()
        .withPhase("Pending")
        .withContainerStatuses(container("web", ready, state))
        .build();
  }

  private static ContainerStatus container(String name, boolean ready, ContainerState state) {
    return new ContainerStatusBuilder()
        .withName(name)
        .withImage("registry.example/" + name + ":1")
        .withImageID("")
        .withReady(ready)
        .withRestartCount(0)
        .withState(state)
        .build();
  }

  private static ContainerState runningState(String since) {
    return new ContainerStateBuilder().withNewRunning().withStartedAt(since).endRunning().build();
  }
}
