package dev.helium.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.helium.cluster.binaries.Distribution;
import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.ComponentStatus;
import dev.helium.cluster.component.Lifetime;
import dev.helium.cluster.component.NodePool;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What starting, stopping, finding again and forgetting mean, on clusters of its own. */
class LocalClusterTest {

  @TempDir private Path directory;

  @AfterEach
  void leaveNothingBehind() {
    LocalCluster.wipe(directory.resolve("cluster"));
  }

  @Test
  void goesOnWithItsOldStateAndEndsWithoutSurvivors() {
    // given a detached cluster with a deployment that is ready
    LocalClusterOptions options = options().withLifetime(Lifetime.DETACHED);
    LocalCluster first = LocalCluster.start(options);
    try (KubernetesClient client = Clients.of(first.kubeconfig())) {
      client.resource(Samples.deployment("default", "web", "nginx")).create();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> client.apps().deployments().withName("web").isReady());
    }
    List<Long> processes = first.status().stream().map(ComponentStatus::processId).toList();

    // when it is left, found again, stopped and started anew
    first.close();
    LocalCluster found = LocalCluster.attach(first.directory()).orElseThrow();
    assertThat(found.status()).isEqualTo(first.status()).allMatch(ComponentStatus::alive);
    assertThat(LocalCluster.start(options).status()).isEqualTo(first.status());
    found.stop();
    found.stop();

    // then nothing runs, and the second has the port and the deployment of the first
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> assertThat(processes).noneMatch(id -> ProcessHandle.of(id).isPresent()));
    assertThat(LocalCluster.attach(first.directory())).isEmpty();
    LocalCluster second = LocalCluster.start(options);
    assertThat(second.apiServer()).isEqualTo(first.apiServer());
    try (KubernetesClient client = Clients.of(first.kubeconfig())) {
      assertThat(client.apps().deployments().withName("web").isReady()).isTrue();
    }
  }

  @Test
  void tellsWhichProgramDiedAndReplacesTheSurvivors() {
    // given
    LocalCluster cluster = LocalCluster.start(options().withNodes(new NodePool(1, "4", "8Gi", 10)));
    CompletableFuture<String> ended = cluster.firstToEnd();
    ComponentStatus scheduler =
        cluster.status().stream()
            .filter(status -> status.component() == Component.KUBE_SCHEDULER)
            .findFirst()
            .orElseThrow();
    assertThat(ended).isNotDone();

    // when
    ProcessHandle.of(scheduler.processId()).orElseThrow().destroyForcibly();

    // then
    assertThat(ended).succeedsWithin(Duration.ofSeconds(60)).isEqualTo("kube-scheduler");
    assertThat(cluster.status())
        .filteredOn(status -> !status.alive())
        .extracting(ComponentStatus::name)
        .containsExactly("kube-scheduler");

    // when a start finds the other four
    LocalCluster next = LocalCluster.start(options());

    // then they are gone, and all five are new
    assertThat(next.status()).allMatch(ComponentStatus::alive);
    assertThat(cluster.status()).isEqualTo(next.status());
    assertThat(next.status())
        .extracting(ComponentStatus::processId)
        .doesNotContain(scheduler.processId());
    cluster.close();
  }

  @Test
  void namesTheProgramThatDoesNotStartAndLeavesNothingRunning() throws IOException {
    // given an API server that says the right version and then fails
    Path binaries = Files.createDirectories(directory.resolve("binaries"));
    for (Component component : Component.values()) {
      Path program = binaries.resolve(component.program());
      if (component == Component.ETCD) {
        Files.copy(Clients.binaries().get(component), program);
      } else {
        Files.writeString(
            program,
            """
            #!/bin/sh
            [ "$1" = --version ] && echo "v%s" && exit 0
            echo "the flux capacitor is empty"
            exit 1
            """
                .formatted(Distribution.of(component).version()));
      }
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }
    LocalClusterOptions options =
        options()
            .withEnvironment(Map.of("HELIUM_CLUSTER_BINARIES", binaries.toString(), "PATH", ""));

    // when / then
    assertThatThrownBy(() -> LocalCluster.start(options))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("kube-apiserver ended while starting")
        .hasMessageContaining("the flux capacitor is empty");
    assertThat(LocalCluster.attach(options.directory())).isEmpty();
  }

  @Test
  void saysWhichPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      // given
      LocalClusterOptions options = options().withApiServerPort(taken.getLocalPort());

      // when / then
      assertThatThrownBy(() -> LocalCluster.start(options))
          .isInstanceOf(ClusterException.class)
          .hasMessage(
              "Port %d of the API server is in use: end what uses it or name another port.",
              taken.getLocalPort());
    }
  }

  @Test
  void deletesNothingThatIsNoCluster() throws IOException {
    // given
    Path precious = Files.createDirectories(directory.resolve("precious"));
    Files.writeString(precious.resolve("letter.txt"), "dear");

    // when / then
    assertThatThrownBy(() -> LocalCluster.wipe(precious))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("holds no cluster");
    assertThat(precious.resolve("letter.txt")).exists();
  }

  @Test
  void findsNoClusterWhereNoneWasStarted() {
    assertThat(LocalCluster.attach(directory.resolve("nowhere"))).isEqualTo(Optional.empty());
  }

  private LocalClusterOptions options() {
    return LocalClusterOptions.in(directory.resolve("cluster"));
  }
}
