package dev.helium.watcher;

import static org.awaitility.Awaitility.await;

import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.LocalClusterOptions;
import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Makes the recordings that are replayed, on a cluster of its own. Run by hand with the folder to
 * write them to, when they are to show more or another version of Kubernetes.
 */
final class Recorder {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String IMAGE = "registry.example/web:1";
  private static final String NEXT_IMAGE = "registry.example/web:2";
  private static final String LOST = "helium.dev/node-is-lost";

  private final KubernetesClient client;
  private final Path target;

  private Recorder(KubernetesClient client, Path target) {
    this.client = client;
    this.target = target;
  }

  public static void main(String[] arguments) throws Exception {
    Path directory = Files.createTempDirectory("helium-recorder-");
    try (LocalCluster cluster = LocalCluster.start(LocalClusterOptions.in(directory));
        KubernetesClient client = TestWorkspace.client(cluster.kubeconfig())) {
      new Recorder(client, Path.of(arguments[0])).run();
    }
    LocalCluster.wipe(directory);
  }

  private void run() {
    record("creation", this::creation);
    record("rollout", this::rollout);
    record("image-pull", this::imagePull);
    record("crash-loop", this::crashLoop);
    record("node-loss", this::nodeLoss);
    record("job", this::job);
    record("scaling", this::scaling);
    record("deletion", this::deletion);
  }

  private void record(String name, Consumer<TestWorkspace> story) {
    TestWorkspace workspace = new TestWorkspace(client, new WorkspaceId(name), 1);
    try (RecordedWorkspace recorded = new RecordedWorkspace(client, name)) {
      workspace.namespace();
      story.accept(workspace);
      recorded.write(target.resolve(name + ".jsonl"));
    }
    System.out.println("recorded " + name);
  }

  private void creation(TestWorkspace workspace) {
    workspace.loadBalancer();
    workspace.deployment(IMAGE, 2);
    awaitRollout(workspace, 2);
  }

  private void rollout(TestWorkspace workspace) {
    workspace.deployment(IMAGE, 3);
    awaitRollout(workspace, 3);
    workspace.image(NEXT_IMAGE);
    awaitPods(workspace, pods -> pods.size() == 3 && pods.stream().allMatch(Recorder::isNext));
    awaitRollout(workspace, 3);
  }

  private void imagePull(TestWorkspace workspace) {
    workspace.deployment("registry.example/image-pull-fails:1", 1);
    awaitPods(workspace, pods -> pods.stream().anyMatch(pod -> waits(pod, "ImagePullBackOff")));
    workspace.image(IMAGE);
    awaitRollout(workspace, 1);
    workspace.image("registry.example/image-pull-fails:2");
    awaitPods(workspace, pods -> pods.stream().anyMatch(pod -> waits(pod, "ImagePullBackOff")));
  }

  private void crashLoop(TestWorkspace workspace) {
    workspace.deployment("registry.example/crash-loops:1", 1);
    awaitPods(
        workspace,
        pods ->
            pods.stream()
                .flatMap(pod -> pod.getStatus().getContainerStatuses().stream())
                .anyMatch(container -> container.getRestartCount() == 4));
  }

  /** What the controllers and a node's own silence do, without the minutes that they take. */
  private void nodeLoss(TestWorkspace workspace) {
    workspace.deployment(IMAGE, 2);
    awaitRollout(workspace, 2);
    Pod lost = pods(workspace).getFirst();
    client
        .resource(lost)
        .edit(
            pod -> new PodBuilder(pod).editMetadata().addToFinalizers(LOST).endMetadata().build());
    client
        .pods()
        .inNamespace(workspace.id().value())
        .withName(lost.getMetadata().getName())
        .editStatus(Recorder::unreachable);
    client
        .pods()
        .inNamespace(workspace.id().value())
        .withName(lost.getMetadata().getName())
        .delete();
    awaitRollout(workspace, 2);
    client
        .pods()
        .inNamespace(workspace.id().value())
        .withName(lost.getMetadata().getName())
        .edit(
            pod ->
                new PodBuilder(pod)
                    .editMetadata()
                    .withFinalizers(List.<String>of())
                    .endMetadata()
                    .build());
    awaitPods(workspace, pods -> pods.size() == 2);
  }

  private void job(TestWorkspace workspace) {
    client
        .resource(
            new JobBuilder()
                .withNewMetadata()
                .withName("load")
                .withNamespace(workspace.id().value())
                .withLabels(workspace.labels())
                .endMetadata()
                .withNewSpec()
                .withCompletions(2)
                .withParallelism(1)
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(workspace.labels())
                .endMetadata()
                .withSpec(pod("Never"))
                .endTemplate()
                .endSpec()
                .build())
        .create();
    await()
        .atMost(LIMIT)
        .until(
            () ->
                client
                        .batch()
                        .v1()
                        .jobs()
                        .inNamespace(workspace.id().value())
                        .withName("load")
                        .get()
                        .getStatus()
                        .getCompletionTime()
                    != null);
  }

  private void scaling(TestWorkspace workspace) {
    client
        .resource(
            new StatefulSetBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace(workspace.id().value())
                .withLabels(workspace.labels())
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .withServiceName("web")
                .withNewSelector()
                .addToMatchLabels("app", "web")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(workspace.labels())
                .addToLabels("app", "web")
                .endMetadata()
                .withSpec(pod("Always"))
                .endTemplate()
                .endSpec()
                .build())
        .create();
    awaitScale(workspace, 1);
    scale(workspace, 3);
    awaitScale(workspace, 3);
    scale(workspace, 2);
    awaitScale(workspace, 2);
  }

  private void deletion(TestWorkspace workspace) {
    workspace.loadBalancer();
    workspace.deployment(IMAGE, 2);
    awaitRollout(workspace, 2);
    client.namespaces().withName(workspace.id().value()).delete();
    await()
        .atMost(LIMIT)
        .until(() -> client.namespaces().withName(workspace.id().value()).get() == null);
  }

  private void scale(TestWorkspace workspace, int replicas) {
    client
        .apps()
        .statefulSets()
        .inNamespace(workspace.id().value())
        .withName("web")
        .scale(replicas);
  }

  private void awaitScale(TestWorkspace workspace, int replicas) {
    await()
        .atMost(LIMIT)
        .until(
            () -> {
              var status =
                  client
                      .apps()
                      .statefulSets()
                      .inNamespace(workspace.id().value())
                      .withName("web")
                      .get()
                      .getStatus();
              return Integer.valueOf(replicas).equals(status.getAvailableReplicas())
                  && Integer.valueOf(replicas).equals(status.getReplicas());
            });
  }

  private void awaitRollout(TestWorkspace workspace, int replicas) {
    await()
        .atMost(LIMIT)
        .until(
            () -> {
              var deployment =
                  client
                      .apps()
                      .deployments()
                      .inNamespace(workspace.id().value())
                      .withName("web")
                      .get();
              var status = deployment.getStatus();
              return deployment.getMetadata().getGeneration().equals(status.getObservedGeneration())
                  && Integer.valueOf(replicas).equals(status.getAvailableReplicas())
                  && Integer.valueOf(replicas).equals(status.getUpdatedReplicas())
                  && Integer.valueOf(replicas).equals(status.getReplicas());
            });
  }

  private void awaitPods(TestWorkspace workspace, Predicate<List<Pod>> condition) {
    await().atMost(LIMIT).until(() -> condition.test(pods(workspace)));
  }

  private List<Pod> pods(TestWorkspace workspace) {
    return client.pods().inNamespace(workspace.id().value()).list().getItems();
  }

  private static PodSpec pod(String restarts) {
    return new PodBuilder()
        .withNewSpec()
        .withRestartPolicy(restarts)
        .withTerminationGracePeriodSeconds(0L)
        .addNewContainer()
        .withName("web")
        .withImage(IMAGE)
        .endContainer()
        .endSpec()
        .build()
        .getSpec();
  }

  private static boolean isNext(Pod pod) {
    return pod.getSpec().getContainers().getFirst().getImage().equals(NEXT_IMAGE);
  }

  private static boolean waits(Pod pod, String reason) {
    return pod.getStatus().getContainerStatuses().stream()
        .map(container -> container.getState().getWaiting())
        .anyMatch(waiting -> waiting != null && reason.equals(waiting.getReason()));
  }

  /** As the node lifecycle controller writes it. */
  private static Pod unreachable(Pod pod) {
    return new PodBuilder(pod)
        .editStatus()
        .withConditions(
            pod.getStatus().getConditions().stream().map(Recorder::unreachable).toList())
        .endStatus()
        .build();
  }

  private static PodCondition unreachable(PodCondition condition) {
    return condition.getType().equals("Ready")
        ? new PodConditionBuilder(condition)
            .withStatus("False")
            .withReason("NodeNotReady")
            .withMessage("Node is not ready")
            .withLastTransitionTime(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
            .build()
        : condition;
  }
}
