package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.engine.FailureClass;
import dev.helium.engine.provider.PartlyDoneException;
import dev.helium.engine.state.ResourceState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ClusterExtension.class)
class AwaitTest {
  private ProviderFixture fixture;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    fixture = new ProviderFixture(cluster.kubeconfig());
    namespace = cluster.newNamespace("await");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Deployment", "StatefulSet", "DaemonSet"})
  void returnsWhenEveryPodIsReady(String kind) {
    // given
    var wanted = fixture.wanted(workload(kind, "web"));
    // when
    var made = fixture.created(wanted);
    // then
    var status = Fields.object(made.outputs(), "status");
    assertThat(status.fields().keySet()).containsAnyOf("readyReplicas", "numberReady");
    assertThat(fixture.progress).anyMatch(line -> line.contains(kind + " " + namespace + "/web"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Deployment", "StatefulSet"})
  void waitsForTheRolloutOfAnUpdate(String kind) {
    // given
    var recorded = fixture.created(workload(kind, "web"));
    var wanted = fixture.wanted(recorded, workload(kind, "other"));
    // when
    var updated = fixture.provider().update(recorded, wanted, fixture.call());
    // then
    var status = Fields.object(updated.outputs(), "status");
    assertThat(status.get("updatedReplicas")).isEqualTo(status.get("replicas"));
    assertThat(status.get("readyReplicas")).isEqualTo(status.get("replicas"));
  }

  @Test
  void saysWhyPodsAreNotReadyWhenTimeIsUp() {
    // given
    var wanted = fixture.wanted(workload("Deployment", "image-pull-fails"));
    // when
    var failure = failure(wanted, Duration.ofSeconds(3));
    // then
    assertThat(failure.failure().failureClass()).isEqualTo(FailureClass.TIMED_OUT);
    assertThat(failure.reasons()).anyMatch(reason -> reason.contains("ImagePull"));
    assertThat(failure.live().id()).isEqualTo(namespace + "/web");
    assertThat(fixture.progress).anyMatch(line -> line.contains("ImagePull"));
  }

  @Test
  void givesUpWhenTheProgressDeadlineIsExceeded() {
    // given
    var wanted =
        fixture.wanted(
            workload("Deployment", "crash-loops")
                .replace("replicas: 2", "replicas: 2\n  progressDeadlineSeconds: 2"));
    // when
    var failure = failure(wanted, Duration.ofMinutes(2));
    // then
    assertThat(failure.reasons()).anyMatch(reason -> reason.contains("ProgressDeadlineExceeded"));
    assertThat(failure.reasons()).anyMatch(reason -> reason.contains("exit code 1"));
  }

  @Test
  void waitsForJobsToBeComplete() {
    // given
    var wanted = fixture.wanted(job("work"));
    // when
    var made = fixture.created(wanted);
    // then
    assertThat(made.outputs().toString()).contains("Complete");
  }

  @Test
  void failsWithAJobThatHasFailed() {
    // given
    var wanted = fixture.wanted(job("crash-loops"));
    // when
    var failure = failure(wanted, Duration.ofMinutes(2));
    // then
    assertThat(failure.reasons()).anyMatch(reason -> reason.contains("BackoffLimitExceeded"));
  }

  @Test
  void waitsForPodsAndFailsWithOnesThatHaveEnded() {
    // given
    var ready = fixture.wanted(pod("web", "image: web"));
    var ended = fixture.wanted(pod("bad", "image: crash-loops"));
    // when
    var made = fixture.created(ready);
    var failure = failure(ended, Duration.ofMinutes(2));
    // then
    assertThat(Fields.object(made.outputs(), "status").text("phase")).isEqualTo("Running");
    assertThat(failure.reasons()).anyMatch(reason -> reason.contains("exit code 1"));
  }

  @Test
  void waitsForEndpointsAndTheAddressOfAService() {
    // given
    fixture.created(workload("Deployment", "web"));
    var wanted =
        fixture.wanted(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: NAMESPACE}
            spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}
            """
                .replace("NAMESPACE", namespace));
    // when
    var made = fixture.created(wanted);
    // then
    var balancer = Fields.object(Fields.object(made.outputs(), "status"), "loadBalancer");
    assertThat(balancer.toString()).contains("198.18.");
  }

  @Test
  void waitsForWhatTheProgramNames(TestCluster cluster) {
    // given
    var wanted =
        fixture.wanted(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: some
              namespace: NAMESPACE
              annotations: {pulumi.com/waitFor: "jsonpath={.data.state}=done"}
            data: {other: x}
            """
                .replace("NAMESPACE", namespace));
    // when
    var made = CompletableFuture.supplyAsync(() -> fixture.created(wanted));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> fixture.progress.stream().anyMatch(line -> line.contains("data.state")));
    try (var client = Clusters.client(cluster.kubeconfig())) {
      client
          .configMaps()
          .inNamespace(namespace)
          .withName("some")
          .edit(
              map -> {
                map.getData().put("state", "done");
                return map;
              });
    }
    // then
    assertThat(made)
        .succeedsWithin(Duration.ofSeconds(60))
        .extracting(state -> Fields.object(state.outputs(), "data").text("state"))
        .isEqualTo("done");
  }

  @Test
  void doesNotWaitWhereTheProgramSaysSo() {
    // given
    var wanted =
        fixture.wanted(
            workload("Deployment", "never-ready")
                .replace(
                    "metadata: {name: web,",
                    "metadata: {name: web, annotations: {pulumi.com/skipAwait: \"true\"},"));
    // when
    var made = fixture.created(wanted);
    // then
    assertThat(made.id()).isEqualTo(namespace + "/web");
    assertThat(fixture.progress).isEmpty();
  }

  @Test
  void endsAtOnceWhenCancelled() {
    // given
    var wanted = fixture.wanted(workload("Deployment", "never-ready"));
    var made = CompletableFuture.supplyAsync(() -> fixture.created(wanted));
    await().atMost(Duration.ofMinutes(1)).until(() -> !fixture.progress.isEmpty());
    // when
    fixture.cancellation.cancel(FailureClass.CANCELLED, "enough");
    // then
    assertThat(made)
        .failsWithin(Duration.ofSeconds(60))
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(PartlyDoneException.class)
        .withMessageContaining("enough");
  }

  @Test
  void refusesConditionsItDoesNotUnderstand() {
    // given
    var wanted =
        pod("web", "image: web")
            .replace("name: web,", "name: web, annotations: {pulumi.com/waitFor: ready},");
    // when / then
    assertThatThrownBy(() -> fixture.created(wanted)).hasMessageContaining("pulumi.com/waitFor");
  }

  private PartlyDoneException failure(ResourceState wanted, Duration timeout) {
    return catchThrowableOfType(
        PartlyDoneException.class, () -> fixture.provider().create(wanted, fixture.call(timeout)));
  }

  private String workload(String kind, String image) {
    return """
    apiVersion: apps/v1
    kind: KIND
    metadata: {name: web, namespace: NAMESPACE}
    spec:
      replicas: 2
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec: {containers: [{name: web, image: IMAGE}]}
    """
        .replace("  replicas: 2\n", kind.equals("DaemonSet") ? "" : "  replicas: 2\n")
        .replace("KIND", kind)
        .replace("IMAGE", image)
        .replace("NAMESPACE", namespace);
  }

  private String job(String image) {
    return """
    apiVersion: batch/v1
    kind: Job
    metadata: {name: work, namespace: NAMESPACE}
    spec:
      backoffLimit: 0
      template:
        spec:
          restartPolicy: Never
          containers: [{name: work, image: IMAGE}]
    """
        .replace("IMAGE", image)
        .replace("NAMESPACE", namespace);
  }

  private String pod(String name, String image) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: NAME, namespace: NAMESPACE}
    spec:
      restartPolicy: Never
      containers: [{name: some, IMAGE}]
    """
        .replace("NAMESPACE", namespace)
        .replace("NAME", name)
        .replace("IMAGE", image);
  }
}
