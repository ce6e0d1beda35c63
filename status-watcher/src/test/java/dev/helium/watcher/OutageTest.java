package dev.helium.watcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.BrokerOptions;
import dev.helium.broker.KafkaBroker;
import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.LocalClusterOptions;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may die does: the watcher, the API server, the broker. */
final class OutageTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String IMAGE = "registry.example/web:1";

  @TempDir Path directory;
  private LocalClusterOptions clusterOptions;
  private BrokerOptions brokerOptions;
  private LocalCluster cluster;
  private KafkaBroker broker;
  private WatchedLog log;
  private KubernetesClient client;
  private WatcherProcess watcher;

  @BeforeEach
  void up() {
    clusterOptions = LocalClusterOptions.in(directory.resolve("cluster"));
    cluster = LocalCluster.start(clusterOptions);
    broker = KafkaBroker.start(BrokerOptions.onAFreePort(directory.resolve("broker")));
    brokerOptions = new BrokerOptions(directory.resolve("broker"), port(broker.bootstrap()));
    log = new WatchedLog(broker.bootstrap());
    client = TestWorkspace.client(cluster.kubeconfig());
    watcher = startWatcher();
  }

  @AfterEach
  void down() {
    watcher.kill();
    client.close();
    log.close();
    broker.close();
    cluster.close();
  }

  @Test
  void saysNothingTwiceAndLosesNothingWhateverDies() {
    // given
    TestWorkspace steady = living("steady");
    steady.deployment(IMAGE, 1);
    TestWorkspace changing = living("changing");
    changing.deployment(IMAGE, 1);
    awaitReady(steady.id());
    awaitReady(changing.id());
    List<EventRecord> before = log.said(steady.id());

    // when the watcher is killed and a workspace breaks meanwhile
    watcher.kill();
    changing.image("registry.example/image-pull-fails:1");
    changing.deletePods();
    watcher = startWatcher();

    // then
    awaitReason(changing.id(), "ImagePullBackOff");
    await().atMost(LIMIT).until(watcher::isReady);

    // when the API server goes and comes back
    cluster.stop();
    await().atMost(LIMIT).until(() -> watcher.readyStatus() == 503);
    cluster = LocalCluster.start(clusterOptions);
    changing.image(IMAGE);

    // then
    awaitReady(changing.id());
    await().atMost(LIMIT).until(watcher::isReady);

    // when the broker goes, a workspace breaks meanwhile, and the broker comes back
    broker.close();
    changing.image("registry.example/image-pull-fails:2");
    changing.deletePods();
    broker = KafkaBroker.start(brokerOptions);

    // then
    awaitReason(changing.id(), "ImagePullBackOff");
    await().atMost(LIMIT).until(watcher::isReady);
    assertThat(log.said(steady.id())).isEqualTo(before);
    List<EventRecord> said = log.said(changing.id());
    assertThat(said)
        .extracting(EventRecord::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, said.size()).boxed().toList());
  }

  private WatcherProcess startWatcher() {
    return WatcherProcess.start(
        broker.bootstrap(), cluster.heliumKubeconfig(), directory.resolve("watcher.log"));
  }

  private TestWorkspace living(String name) {
    WorkspaceId id = new WorkspaceId(name);
    TestWorkspace workspace = new TestWorkspace(client, id, 1);
    log.created(id, 1);
    workspace.namespace();
    log.provisioned(id);
    return workspace;
  }

  private void awaitReady(WorkspaceId id) {
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(log.readiness(id)).isEqualTo(new Readiness.Ready()));
  }

  private void awaitReason(WorkspaceId id, String code) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(log.readiness(id))
                    .isInstanceOfSatisfying(
                        Readiness.NotReady.class,
                        readiness ->
                            assertThat(readiness.reasons())
                                .extracting(Reason::code)
                                .contains(code)));
  }

  private static int port(String bootstrap) {
    return Integer.parseInt(bootstrap.substring(bootstrap.lastIndexOf(':') + 1));
  }
}
