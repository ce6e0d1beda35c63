package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.Backend;
import dev.helium.backends.BackendRegistry;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.FieldError;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Workspaces in clusters that other workspaces made. */
@ExtendWith(ClusterExtension.class)
final class OtherClustersTest {
  private static final String FIELD = "clusterStack";
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final String AWAY =
      """
      apiVersion: v1
      kind: Config
      clusters: [{name: away, cluster: {server: "http://127.0.0.1:9"}}]
      contexts: [{name: away, context: {cluster: away, user: nobody}}]
      users: [{name: nobody, user: {}}]
      current-context: away
      """;

  private final Backend backend = BackendRegistry.standard().require("namespace");
  @TempDir private Path directory;

  @Test
  void everyObjectIsMadeInTheClusterThatIsNamedAndGoesFromThere(TestCluster cluster)
      throws IOException {
    // given a default cluster that does not answer, and another one
    WorkspaceId id = new WorkspaceId(cluster.uniqueName("elsewhere"));
    Files.copy(cluster.kubeconfig(), clusters().resolve("lab.kubeconfig"));
    Path away = Files.writeString(directory.resolve("kubeconfig"), AWAY);
    try (RunFixture runs = runs(away).with(FIELD, "lab");
        KubernetesClient client = client(cluster)) {
      assertThat(runs.check(id, backend)).isEmpty();
      // when
      AttemptReport made = runs.apply(id, 1, backend, "replicas: 2", NOW);
      // then
      assertThat(made).isInstanceOf(AttemptReport.Applied.class);
      assertThat(client.namespaces().withName(id.value()).get()).isNotNull();
      assertThat(client.apps().deployments().inNamespace(id.value()).withName("web").get())
          .isNotNull();
      // and the way to it is nowhere in the clear
      assertThat(Files.readString(directory.resolve("state/.pulumi/stacks/helium/" + id + ".json")))
          .doesNotContain("client-key-data")
          .doesNotContain("certificate-authority-data");
      // when the way to it is not known any more, it still goes
      Files.delete(clusters().resolve("lab.kubeconfig"));
      Lifecycle leaving = new Lifecycle.Destroying(2, 0, NOW, new DeletionReason.Requested());
      assertThat(runs.run(id, 2, backend, "", leaving, NOW))
          .isEqualTo(new AttemptReport.Destroyed(2));
    }
  }

  @Test
  void aClusterThatCannotBeReachedByWhatIsKnownIsRefused() throws IOException {
    // given
    WorkspaceId id = new WorkspaceId("elsewhere");
    Path away = Files.writeString(directory.resolve("kubeconfig"), AWAY);
    Files.writeString(clusters().resolve("broken.kubeconfig"), "a: [");
    Files.writeString(clusters().resolve("away.kubeconfig"), AWAY);
    try (RunFixture runs = runs(away)) {
      // then
      assertThat(runs.with(FIELD, "away").check(id, backend)).isEmpty();
      assertThat(runs.with(FIELD, "nowhere").check(id, backend))
          .containsExactly(
              new FieldError(FIELD, "names a cluster that nobody has told the way to"));
      assertThat(runs.with(FIELD, "../kubeconfig").check(id, backend))
          .containsExactly(
              new FieldError(FIELD, "names a cluster that nobody has told the way to"));
      assertThat(runs.with(FIELD, "broken").check(id, backend))
          .containsExactly(
              new FieldError(
                  FIELD, "names a cluster whose kubeconfig cannot be used: it is no kubeconfig"));
    }
    try (RunFixture runs = new RunFixture(directory, away)) {
      assertThat(runs.with(FIELD, "away").check(id, backend))
          .containsExactly(
              new FieldError(FIELD, "names a cluster, but only the default one is known here"));
    }
  }

  private RunFixture runs(Path kubeconfig) throws IOException {
    return new RunFixture(
        directory,
        kubeconfig,
        OtherClusters.in(clusters()),
        BackendRegistry.standard(),
        Clock.systemUTC());
  }

  private Path clusters() throws IOException {
    return Files.createDirectories(directory.resolve("clusters"));
  }

  private static KubernetesClient client(TestCluster cluster) {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
        .build();
  }
}
