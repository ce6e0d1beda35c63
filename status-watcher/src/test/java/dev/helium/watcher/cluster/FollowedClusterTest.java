package dev.helium.watcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import dev.helium.kubernetes.ClusterSource;
import dev.helium.watcher.folding.Sight;
import dev.helium.watcher.judging.ObjectKey;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ClusterExtension.class)
final class FollowedClusterTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Pace PACE =
      new Pace(Duration.ofSeconds(30), Duration.ofMinutes(30), Duration.ofMinutes(10));

  private final List<Connection> opened = new ArrayList<>();
  private final List<Connection> released = new ArrayList<>();
  private Instant now = Instant.parse("2026-06-01T00:00:00Z");

  @Test
  void whatWasMissedIsSeenWhenEverythingIsListedAnew(TestCluster shared) {
    // given
    WorkspaceId workspace = new WorkspaceId(shared.uniqueName("missed"));
    make(shared, workspace);
    Clusters clients = new Clusters(PACE.heartbeat());
    FollowedCluster cluster =
        new FollowedCluster(
            ClusterName.DEFAULT,
            new ClusterSource("it", () -> clients.connect(shared.kubeconfig())),
            PACE,
            new Direct(),
            ignored -> {},
            () -> now);
    cluster.begin();
    awaitSeen(cluster, workspace);
    // when an event is missed, which the API server cannot be made to do
    opened.getFirst().findings().remove(new ObjectKey("Namespace", "", workspace.value()));
    cluster.look();
    // then
    assertThat(cluster.sight(workspace)).isEqualTo(new Sight.Clear(List.of()));
    assertThat(opened).hasSize(1);
    // when
    now = now.plus(PACE.listing().multipliedBy(2));
    // then
    awaitSeen(cluster, workspace);
    assertThat(opened).hasSize(2);
    assertThat(released).containsExactly(opened.getFirst());
    cluster.close();
    assertThat(released).containsExactlyElementsOf(opened);
  }

  private static void awaitSeen(FollowedCluster cluster, WorkspaceId workspace) {
    await()
        .pollInSameThread()
        .atMost(LIMIT)
        .until(
            () -> {
              cluster.look();
              return cluster.sight(workspace) instanceof Sight.Clear(var findings)
                  && findings.size() == 1;
            });
  }

  private static void make(TestCluster shared, WorkspaceId workspace) {
    try (KubernetesClient client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(shared.kubeconfig().toFile()))
            .build()) {
      client
          .resource(
              new NamespaceBuilder()
                  .withNewMetadata()
                  .withName(workspace.value())
                  .withLabels(Map.of("helium.dev/workspace", workspace.value()))
                  .endMetadata()
                  .build())
          .create();
    }
  }

  /** Opens and closes at once. */
  private final class Direct implements Opener {
    @Override
    public Future<Connection> open(Supplier<Connection> connection) {
      opened.add(connection.get());
      return Future.succeededFuture(opened.getLast());
    }

    @Override
    public void release(Connection connection) {
      released.add(connection);
      connection.close();
    }
  }
}
