package dev.helium.deletion;

import static dev.helium.deletion.Samples.created;
import static dev.helium.deletion.Samples.deletionRequested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.BrokerOptions;
import dev.helium.broker.KafkaBroker;
import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.LocalClusterOptions;
import dev.helium.domain.Command;
import dev.helium.domain.Event;
import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may die does: the controller, the API server, the broker. */
final class OutageTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Instant FAR = Instant.parse("2036-01-01T00:00:00Z");

  @TempDir Path directory;
  private LocalClusterOptions clusterOptions;
  private BrokerOptions brokerOptions;
  private LocalCluster cluster;
  private KafkaBroker broker;
  private TestLog log;
  private KubernetesClient client;
  private ControllerProcess controller;

  @BeforeEach
  void up() {
    clusterOptions = LocalClusterOptions.in(directory.resolve("cluster"));
    cluster = LocalCluster.start(clusterOptions);
    broker = KafkaBroker.start(BrokerOptions.onAFreePort(directory.resolve("broker")));
    brokerOptions = new BrokerOptions(directory.resolve("broker"), port(broker.bootstrap()));
    log = new TestLog(broker.bootstrap());
    client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
            .build();
    controller = startController();
  }

  @AfterEach
  void down() {
    controller.kill();
    client.close();
    log.close();
    broker.close();
    cluster.close();
  }

  @Test
  void losesNothingAndConfirmsNothingTooEarlyWhateverDies() {
    // given a namespace that is there after its workspace was destroyed
    WorkspaceId held = new WorkspaceId("held");
    namespace(held);
    destroyed(held);
    await().atMost(LIMIT).until(controller::isReady);

    // when the controller is killed and an expiry passes meanwhile
    WorkspaceId expired = new WorkspaceId("expired");
    controller.kill();
    log.append(expired, created(1, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    controller = startController();

    // then
    await().atMost(LIMIT).until(() -> !log.commands(expired).isEmpty());
    assertThat(confirmed(held)).isFalse();

    // when the API server is away and a workspace is destroyed that left nothing
    await().atMost(LIMIT).until(controller::isReady);
    cluster.stop();
    WorkspaceId gone = new WorkspaceId("gone");
    destroyed(gone);
    await().atMost(LIMIT).until(() -> controller.readyStatus() == 503);
    assertThat(confirmed(gone)).isFalse();
    assertThat(confirmed(held)).isFalse();
    cluster = LocalCluster.start(clusterOptions);

    // then
    await().atMost(LIMIT).until(() -> confirmed(gone));
    await().atMost(LIMIT).until(controller::isReady);
    assertThat(confirmed(held)).isFalse();

    // when the namespace goes while the broker is away
    broker.close();
    client.namespaces().withName(held.value()).delete();
    await().atMost(LIMIT).until(() -> client.namespaces().withName(held.value()).get() == null);
    broker = KafkaBroker.start(brokerOptions);

    // then
    await().atMost(LIMIT).until(() -> confirmed(held));
    assertThat(log.decided())
        .filteredOn(id -> !id.value().startsWith("held-"))
        .extracting(id -> id.value().replaceAll("-[0-9]+$", ""))
        .containsExactlyInAnyOrder("expire-expired-1", "confirm-gone-1", "confirm-held-1");
  }

  /** Beside the confirmation it may be said what held it. */
  private boolean confirmed(WorkspaceId workspace) {
    return log.commands(workspace).stream().anyMatch(Command.ConfirmDeletion.class::isInstance);
  }

  private ControllerProcess startController() {
    return ControllerProcess.start(
        broker.bootstrap(), cluster.kubeconfig(), directory.resolve("controller.log"));
  }

  private void destroyed(WorkspaceId workspace) {
    log.append(workspace, created(1, FAR));
    log.append(workspace, deletionRequested());
    log.append(workspace, new Event.Destroyed(3));
  }

  private void namespace(WorkspaceId workspace) {
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(workspace.value())
                .addToLabels("helium.dev/workspace", workspace.value())
                .addToLabels("helium.dev/incarnation", "1")
                .endMetadata()
                .build())
        .create();
  }

  private static int port(String bootstrap) {
    return Integer.parseInt(bootstrap.substring(bootstrap.lastIndexOf(':') + 1));
  }
}
