package dev.helium.watcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two watchers, which share the workspaces and take over from each other. */
@ExtendWith({ClusterExtension.class, BrokerExtension.class})
final class SharingTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String IMAGE = "registry.example/web:1";
  private static final String BROKEN = "registry.example/image-pull-fails:1";

  /** Enough for both to have some, whoever gets which partition. */
  private static final int WORKSPACES = 12;

  @TempDir Path directory;
  private TestCluster cluster;
  private TestBroker broker;
  private WatchedLog log;
  private KubernetesClient client;
  private WatcherProcess first;
  private WatcherProcess second;
  private List<TestWorkspace> workspaces;

  @BeforeEach
  void up(TestCluster shared, TestBroker empty) {
    cluster = shared;
    broker = empty;
    log = new WatchedLog(broker.bootstrap());
    client = TestWorkspace.client(cluster.kubeconfig());
    first = start("first");
    second = start("second");
    await().atMost(LIMIT).until(() -> first.partitions() + second.partitions() == 12);
    await().atMost(LIMIT).until(() -> first.partitions() > 0 && second.partitions() > 0);
    workspaces = IntStream.range(0, WORKSPACES).mapToObj(this::living).toList();
    workspaces.forEach(workspace -> workspace.deployment(IMAGE, 1));
    workspaces.forEach(this::awaitReady);
  }

  @AfterEach
  void down() {
    first.kill();
    second.kill();
    client.close();
    log.close();
  }

  @Test
  void theOneThatIsLeftSpeaksForAllAndRepeatsNothing() {
    // given
    List<EventRecord> before = log.said(workspaces.getFirst().id());
    // when
    first.kill();
    workspaces.stream().skip(1).forEach(SharingTest::breakIt);
    // then
    workspaces.stream().skip(1).forEach(this::awaitBroken);
    await().atMost(LIMIT).until(() -> second.partitions() == 12);
    assertThat(log.said(workspaces.getFirst().id())).isEqualTo(before);
    workspaces.forEach(this::assertNumberedWithoutGaps);
  }

  @Test
  void theOneThatWasPausedSaysNothingThatIsNotItsToSayAnyMore() throws Exception {
    // given
    first.pause();
    workspaces.forEach(SharingTest::breakIt);
    workspaces.forEach(this::awaitBroken);
    // when
    first.goOn();
    await().atMost(LIMIT).until(() -> first.partitions() > 0 && second.partitions() > 0);
    await().atMost(LIMIT).until(() -> first.partitions() + second.partitions() == 12);
    workspaces.forEach(workspace -> workspace.image(IMAGE));
    // then
    workspaces.forEach(this::awaitReady);
    workspaces.forEach(this::assertNumberedWithoutGaps);
  }

  private WatcherProcess start(String name) {
    return WatcherProcess.start(
        broker.bootstrap(), cluster.cluster().heliumKubeconfig(), directory.resolve(name + ".log"));
  }

  private TestWorkspace living(int number) {
    WorkspaceId id = new WorkspaceId(cluster.uniqueName("shared-" + number));
    TestWorkspace workspace = new TestWorkspace(client, id, 1);
    log.created(id, 1);
    workspace.namespace();
    log.provisioned(id);
    return workspace;
  }

  private static void breakIt(TestWorkspace workspace) {
    workspace.image(BROKEN);
    workspace.deletePods();
  }

  private void awaitReady(TestWorkspace workspace) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> assertThat(log.readiness(workspace.id())).isEqualTo(new Readiness.Ready()));
  }

  private void awaitBroken(TestWorkspace workspace) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(log.readiness(workspace.id()))
                    .isInstanceOfSatisfying(
                        Readiness.NotReady.class,
                        readiness ->
                            assertThat(readiness.reasons())
                                .extracting(Reason::code)
                                .contains("ImagePullBackOff")));
  }

  private void assertNumberedWithoutGaps(TestWorkspace workspace) {
    List<EventRecord> said = log.said(workspace.id());
    assertThat(said)
        .extracting(EventRecord::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, said.size()).boxed().toList());
  }
}
