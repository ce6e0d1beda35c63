package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.backends.Backend;
import dev.helium.backends.BackendRegistry;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a workspace of every product that there is, with the rights that Helium has. */
@ExtendWith(ClusterExtension.class)
final class EveryBackendRunTest {
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir private Path directory;

  @ParameterizedTest
  @MethodSource("products")
  void twoAreMadeOneIsChangedAndBothLeaveNothing(Backend backend, TestCluster cluster)
      throws IOException {
    Path kubeconfig = cluster.cluster().heliumKubeconfig();
    WorkspaceId one = new WorkspaceId(cluster.uniqueName(backend.name()));
    WorkspaceId other = new WorkspaceId(cluster.uniqueName(backend.name()));
    try (RunFixture runs = new RunFixture(directory, kubeconfig);
        KubernetesClient client = client(cluster)) {
      // when two of a kind are made
      String values = ExampleValues.smallest(backend);
      assertApplied(runs.apply(one, 1, backend, values, NOW));
      assertApplied(runs.apply(other, 1, backend, values, NOW));
      // then all pods come to run
      await().atMost(LONGEST).untilAsserted(() -> assertRunning(client, one));
      Map<String, Map<String, String>> secrets = secrets(client, one);
      // when the next owner changes one of them
      String changed = ExampleValues.changed(backend);
      assertApplied(runs.apply(one, 2, backend, changed, NOW.plus(Duration.ofDays(1))));
      // then it is known until when it lives now, and its secrets are the same
      assertThat(client.namespaces().withName(one.value()).get().getMetadata().getAnnotations())
          .containsEntry("helium.dev/expiry", NOW.plus(Duration.ofDays(2)).toString());
      assertThat(secrets(client, one)).isEqualTo(secrets);
      // when both are deleted, by a third owner
      for (WorkspaceId each : List.of(one, other)) {
        Lifecycle leaving = new Lifecycle.Destroying(3, 0, NOW, new DeletionReason.Requested());
        assertThat(runs.run(each, 3, backend, changed, leaving, NOW))
            .isEqualTo(new AttemptReport.Destroyed(3));
      }
      // then nothing is left of them, in the cluster and on the disk
      for (WorkspaceId each : List.of(one, other)) {
        await().atMost(LONGEST).until(() -> isGone(client, each));
        assertThat(directory.resolve("state/.pulumi/stacks/helium/" + each + ".json"))
            .doesNotExist();
      }
      assertThat(directory.resolve("work")).isEmptyDirectory();
    }
  }

  static Stream<Named<Backend>> products() {
    // Those that need something given cannot be made of nothing.
    return BackendRegistry.standard().all().stream()
        .filter(ExampleValues::makesSomething)
        .map(backend -> Named.of(backend.name(), backend));
  }

  private static KubernetesClient client(TestCluster cluster) {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
        .build();
  }

  private static void assertApplied(AttemptReport report) {
    assertThat(report).isInstanceOf(AttemptReport.Applied.class);
  }

  private static void assertRunning(KubernetesClient client, WorkspaceId workspace) {
    List<Pod> pods = client.pods().inNamespace(workspace.value()).list().getItems();
    assertThat(pods).isNotEmpty();
    assertThat(pods)
        .allSatisfy(
            pod ->
                assertThat(pod.getStatus().getPhase())
                    .as(pod.getMetadata().getName())
                    .isIn(Set.of("Running", "Succeeded")));
  }

  private static boolean isGone(KubernetesClient client, WorkspaceId workspace) {
    return client.namespaces().withName(workspace.value()).get() == null
        && client
            .rbac()
            .clusterRoles()
            .withLabel("helium.dev/workspace", workspace.value())
            .list()
            .getItems()
            .isEmpty();
  }

  private static Map<String, Map<String, String>> secrets(
      KubernetesClient client, WorkspaceId workspace) {
    Map<String, Map<String, String>> secrets = new HashMap<>();
    for (Secret secret : client.secrets().inNamespace(workspace.value()).list().getItems()) {
      secrets.put(secret.getMetadata().getName(), secret.getData());
    }
    return secrets;
  }
}
