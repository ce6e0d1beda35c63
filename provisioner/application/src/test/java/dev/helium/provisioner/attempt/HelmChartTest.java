package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.backends.BackendRegistry;
import dev.helium.backends.helm.HelmBackend;
import dev.helium.backends.helm.HelmPolicy;
import dev.helium.backends.helm.release.ScopePolicy;
import dev.helium.backends.helm.rendering.Renderer;
import dev.helium.backends.network.Hosts;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A chart with all its parts on a real API server: made, changed and taken away. */
@ExtendWith(ClusterExtension.class)
final class HelmChartTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path directory;

  private TestCluster cluster;
  private WorkspaceId id;
  private HelmBackend backend;
  private KubernetesClient kubernetes;

  @BeforeEach
  void connect(TestCluster running) {
    cluster = running;
    id = new WorkspaceId(running.uniqueName("chart"));
    backend =
        new HelmBackend(
            new HelmPolicy(
                ScopePolicy.parse("CustomResourceDefinition", ""),
                Hosts.OUTSIDE,
                Optional.of(directory.resolve("charts"))),
            new Renderer());
    kubernetes =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(running.kubeconfig().toFile()))
            .build();
  }

  @AfterEach
  void disconnect() {
    kubernetes.close();
  }

  @Test
  void aChartIsMadeChangedAndTakenAway() throws IOException {
    // given
    chart();
    // when
    AttemptReport made = apply(1, "chart: {directory: web}");
    // then
    assertThat(made)
        .isInstanceOfSatisfying(
            AttemptReport.Applied.class,
            applied ->
                assertThat(applied.outputs())
                    .containsEntry("K8sNamespace", id.value())
                    .containsEntry("HelmChart", "web 1.2.3")
                    .containsEntry("HelmRevision", "1")
                    .containsEntry("HelmLeftOut", "Job/farewell [pre-delete]"));
    Job before = job("prepare");
    assertThat(before.getStatus().getSucceeded()).isEqualTo(1);
    assertThat(before.getMetadata().getLabels()).containsEntry("helium.dev/workspace", id.value());
    assertThat(thing().getAdditionalProperties()).containsEntry("colour", "red");
    assertThat(deploymentReplicas()).isEqualTo(1);
    String password = secret().getData().get("password");

    // when it is made again
    AttemptReport again = apply(2, "chart: {directory: web}");
    // then nothing has changed
    assertThat(again)
        .isInstanceOfSatisfying(
            AttemptReport.Applied.class,
            applied -> assertThat(applied.outputs()).containsEntry("HelmRevision", "1"));
    assertThat(job("prepare").getMetadata().getUid()).isEqualTo(before.getMetadata().getUid());
    assertThat(secret().getData()).containsEntry("password", password);

    // when its values change
    AttemptReport changed =
        apply(3, "chart: {directory: web}\nvalues: {replicas: 2, colour: green}");
    // then its hook has run once more, and what is random is as it was
    assertThat(changed)
        .isInstanceOfSatisfying(
            AttemptReport.Applied.class,
            applied -> assertThat(applied.outputs()).containsEntry("HelmRevision", "2"));
    assertThat(job("prepare").getMetadata().getUid()).isNotEqualTo(before.getMetadata().getUid());
    assertThat(job("prepare").getStatus().getSucceeded()).isEqualTo(1);
    assertThat(deploymentReplicas()).isEqualTo(2);
    assertThat(thing().getAdditionalProperties()).containsEntry("colour", "green");
    assertThat(secret().getData()).containsEntry("password", password);

    // when
    AttemptReport destroyed =
        run(
            4,
            "chart: {directory: web}",
            new Lifecycle.Destroying(4, 0, NOW, new DeletionReason.Requested()));
    // then
    assertThat(destroyed).isEqualTo(new AttemptReport.Destroyed(4));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(kubernetes.namespaces().withName(id.value()).get()).isNull();
              assertThat(
                      kubernetes
                          .apiextensions()
                          .v1()
                          .customResourceDefinitions()
                          .withLabel("helium.dev/workspace", id.value())
                          .list()
                          .getItems())
                  .isEmpty();
            });
  }

  @Test
  void whatCannotBeRenderedIsSaidAndNothingIsMade() throws IOException {
    // given
    chart();
    Files.writeString(
        directory.resolve("charts/web/templates/broken.yaml"),
        "{{ required \"say which colour\" .Values.nothing }}");
    // when
    AttemptReport refused = apply(1, "chart: {directory: web}");
    // then
    assertThat(refused)
        .isInstanceOfSatisfying(
            AttemptReport.Failed.class,
            failed -> {
              assertThat(failed.failure().kind()).isEqualTo(FailureKind.PROGRAM_FAILED);
              assertThat(failed.failure().message())
                  .isEqualTo(
                      "the chart cannot be rendered: web/templates/broken.yaml line 1: say which"
                          + " colour");
            });
    assertThat(kubernetes.namespaces().withName(id.value()).get()).isNull();
  }

  private void chart() throws IOException {
    Path chart = directory.resolve("charts/web");
    Files.createDirectories(chart.resolve("templates"));
    Files.createDirectories(chart.resolve("crds"));
    Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: web\nversion: 1.2.3\n");
    Files.writeString(chart.resolve("values.yaml"), "replicas: 1\ncolour: red\n");
    String plural = "t" + id.value().replaceAll("[^a-z0-9]", "");
    Files.writeString(
        chart.resolve("crds/thing.yaml"),
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: %1$s.charts.helium.dev}
        spec:
          group: charts.helium.dev
          scope: Namespaced
          names: {plural: %1$s, singular: %1$s, kind: Kind%1$s}
          versions:
            - name: v1
              served: true
              storage: true
              schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
        """
            .formatted(plural));
    Files.writeString(
        chart.resolve("templates/all.yaml"),
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: {{ .Values.replicas }}
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers: [{name: web, image: nginx, env: [{name: COLOUR, value: {{ .Values.colour }}}]}]
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: web}
        data: {password: {{ randAlphaNum 20 | b64enc }}}
        ---
        apiVersion: charts.helium.dev/v1
        kind: Kind%s
        metadata: {name: it}
        colour: {{ .Values.colour }}
        ---
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: prepare
          annotations: {helm.sh/hook: 'pre-install,pre-upgrade'}
        spec:
          template: {spec: {restartPolicy: Never, containers: [{name: main, image: busybox}]}}
        ---
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: farewell
          annotations: {helm.sh/hook: pre-delete}
        spec:
          template: {spec: {restartPolicy: Never, containers: [{name: main, image: busybox}]}}
        """
            .formatted(plural));
  }

  private Job job(String name) {
    return kubernetes.batch().v1().jobs().inNamespace(id.value()).withName(name).require();
  }

  private Secret secret() {
    return kubernetes.secrets().inNamespace(id.value()).withName("web").require();
  }

  private int deploymentReplicas() {
    return kubernetes
        .apps()
        .deployments()
        .inNamespace(id.value())
        .withName("web")
        .require()
        .getSpec()
        .getReplicas();
  }

  private GenericKubernetesResource thing() {
    String plural = "t" + id.value().replaceAll("[^a-z0-9]", "");
    return kubernetes
        .genericKubernetesResources("charts.helium.dev/v1", "Kind" + plural)
        .inNamespace(id.value())
        .withName("it")
        .require();
  }

  /** Each time by another owner. */
  private AttemptReport apply(int owner, String valuesYaml) throws IOException {
    return run(owner, valuesYaml, new Lifecycle.Provisioning(owner, 0, NOW));
  }

  private AttemptReport run(int owner, String valuesYaml, Lifecycle lifecycle) throws IOException {
    try (RunFixture runs =
        new RunFixture(
            directory,
            cluster.kubeconfig(),
            OtherClusters.none(),
            new BackendRegistry(List.of(backend)),
            Clock.systemUTC())) {
      return runs.run(id, owner, backend, valuesYaml, lifecycle, NOW);
    }
  }
}
