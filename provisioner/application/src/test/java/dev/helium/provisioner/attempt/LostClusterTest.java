package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendRegistry;
import dev.helium.backends.SecretMaterial;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Protection;
import dev.helium.domain.Terms;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.engine.EmbeddedPulumiCommand;
import dev.helium.engine.EngineOptions;
import dev.helium.engine.Kubeconfig;
import dev.helium.provisioner.metrics.EngineMeters;
import dev.helium.provisioner.upload.UploadStore;
import dev.helium.wire.Sealing;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A stack whose cluster is no more. */
@ExtendWith(ClusterExtension.class)
final class LostClusterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir private Path directory;

  @Test
  void whatWasInAClusterThatIsGoneIsForgottenOnlyWhenThatIsKnown(TestCluster cluster)
      throws IOException {
    // given a workspace that was made
    WorkspaceId id = new WorkspaceId(cluster.uniqueName("lost"));
    Path state = directory.resolve("state/.pulumi/stacks/helium/" + id + ".json");
    AttemptReport made =
        run(cluster.kubeconfig(), workspace(id, new Lifecycle.Provisioning(1, 0, NOW), false));
    assertThat(made).isInstanceOf(AttemptReport.Applied.class);
    Path away =
        Files.writeString(
            directory.resolve("kubeconfig"),
            """
            apiVersion: v1
            kind: Config
            clusters: [{name: away, cluster: {server: "http://127.0.0.1:9"}}]
            contexts: [{name: away, context: {cluster: away, user: nobody}}]
            users: [{name: nobody, user: {}}]
            current-context: away
            """);
    Lifecycle leaving = new Lifecycle.Destroying(2, 0, NOW, new DeletionReason.Requested());
    // when its cluster does not answer
    AttemptReport unanswered = run(away, workspace(id, leaving, false));
    // then
    assertThat(unanswered)
        .isInstanceOfSatisfying(
            AttemptReport.Failed.class,
            failed ->
                assertThat(failed.failure().kind()).isEqualTo(FailureKind.CLUSTER_UNREACHABLE));
    assertThat(state).exists();
    // when it is known to be gone
    AttemptReport forgotten = run(away, workspace(id, leaving, true));
    // then
    assertThat(forgotten).isEqualTo(new AttemptReport.Destroyed(2));
    assertThat(state).doesNotExist();
    remove(cluster, id);
  }

  /** The cluster of this test is not gone, and what nobody knows of any more is in it. */
  private static void remove(TestCluster cluster, WorkspaceId id) {
    try (KubernetesClient kubernetes =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
            .build()) {
      assertThat(kubernetes.namespaces().withName(id.value()).get()).isNotNull();
      kubernetes.namespaces().withName(id.value()).delete();
    }
  }

  private AttemptReport run(Path kubeconfig, Workspace workspace) throws IOException {
    try (EmbeddedPulumiCommand engine =
        new EmbeddedPulumiCommand(
            EngineOptions.defaults().withKubeconfig(new Kubeconfig.File(kubeconfig)),
            RunFixture.VAULT)) {
      Stacks stacks = Stacks.in(directory, "correct horse", kubeconfig, engine);
      BackendInputs inputs =
          new BackendInputs(
              BackendRegistry.standard(),
              new UploadStore(directory.resolve("uploads")),
              Sealing.open(directory.resolve("sealing.json")),
              OtherClusters.none());
      PulumiRunner runner =
          new PulumiRunner(
              stacks,
              inputs,
              new StackConfiguration(
                  stacks, inputs, SecretMaterial.of(new SecureRandom()), Clock.systemUTC()),
              new StrayNamespaces(kubeconfig, OtherClusters.none()),
              new MadeClusters(OtherClusters.none()),
              new EngineMeters(new SimpleMeterRegistry()));
      Job job = Job.dueFor(workspace, new TestOwner("partition-0:1")).orElseThrow();
      return runner.run(job, step -> {}, AttemptTrace.none());
    }
  }

  private static Workspace workspace(WorkspaceId id, Lifecycle lifecycle, boolean clusterGone) {
    return new Workspace(
        id,
        1,
        new WorkspaceSpec("namespace", Map.of(), Map.of()),
        "ada",
        NOW,
        NOW.plus(Duration.ofDays(1)),
        lifecycle,
        2,
        new CommandId("c"),
        2,
        List.of(),
        new Terms(Protection.NONE, Duration.ZERO, false, clusterGone));
  }
}
