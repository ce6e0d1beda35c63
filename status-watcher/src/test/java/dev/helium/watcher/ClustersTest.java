package dev.helium.watcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.LocalClusterOptions;
import dev.helium.cluster.component.Component;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.LogSettings;
import dev.helium.watcher.cluster.Pace;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One watcher, the default cluster, and another with a bad network before it. */
@ExtendWith({ClusterExtension.class, BrokerExtension.class})
final class ClustersTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Everything is listed anew so often that it happens beside all that is tested. */
  private static final Pace OFTEN =
      new Pace(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofMinutes(10));

  /** The watches are the same before and after whatever is tested. */
  private static final Pace NEVER =
      new Pace(Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofMinutes(10));

  private static final String IMAGE = "registry.example/web:1";
  private static final String OTHER = "other-cluster";

  @TempDir static Path directory;
  private static TestCluster cluster;
  private static LocalClusterOptions otherOptions;
  private static LocalCluster otherCluster;
  private static TestBroker broker;
  private static WatchedLog log;
  private static KubernetesClient here;
  private static KubernetesClient there;
  private static Tap tap;
  private static Path folder;
  private static RunningWatcher watcher;

  @BeforeAll
  static void up(TestCluster shared, TestBroker empty) throws IOException {
    cluster = shared;
    otherOptions = LocalClusterOptions.in(directory.resolve("other"));
    otherCluster = LocalCluster.start(otherOptions);
    broker = empty;
    log = new WatchedLog(broker.bootstrap());
    here = TestWorkspace.client(cluster.kubeconfig());
    there = TestWorkspace.client(otherCluster.kubeconfig());
    tap = new Tap(otherCluster.apiServer());
    folder = Files.createDirectory(directory.resolve("clusters"));
    watcher = start(OFTEN);
  }

  private static RunningWatcher start(Pace pace) {
    return new RunningWatcher(
        new WatcherSettings(
            new LogSettings(broker.bootstrap()),
            cluster.cluster().heliumKubeconfig(),
            folder,
            pace,
            Duration.ZERO));
  }

  @AfterAll
  static void down() {
    watcher.close();
    tap.close();
    there.close();
    here.close();
    log.close();
    otherCluster.close();
  }

  @BeforeEach
  void bothAreWatched() throws IOException {
    tap.open();
    put(tap.through(otherCluster.heliumKubeconfig()));
    await().atMost(LIMIT).until(() -> watcher.clusters("watched") == 2);
  }

  @Test
  void aWorkspaceIsWhatItsOwnClusterShows() {
    // given the same namespace in both clusters
    TestWorkspace inBoth = livingThere("both");
    TestWorkspace stranger = new TestWorkspace(here, inBoth.id(), 1);
    stranger.namespace();
    stranger.deployment("registry.example/image-pull-fails:1", 1);
    // when
    inBoth.deployment(IMAGE, 1);
    // then
    awaitReady(inBoth.id());
    // when
    stranger.deletePods();
    TestWorkspace witness = livingHere("witness");
    witness.deployment(IMAGE, 1);
    awaitReady(witness.id());
    // then, whatever a slow machine lets its nodes miss meanwhile
    awaitReady(inBoth.id());
    assertGapFree(inBoth.id());
  }

  @Test
  void aClusterThatIsAwayConcernsItsOwnWorkspacesOnly() {
    // given
    TestWorkspace away = livingThere("away");
    away.deployment(IMAGE, 1);
    awaitReady(away.id());
    // when
    otherCluster.kill(Component.KUBE_APISERVER);
    // then
    awaitReason(away.id(), "ClusterUnreachable");
    TestWorkspace unconcerned = livingHere("unconcerned");
    unconcerned.deployment(IMAGE, 1);
    awaitReady(unconcerned.id());
    assertThat(watcher.isReady()).isTrue();
    assertThat(watcher.clusters("unreachable")).isEqualTo(1);
    // when
    LocalCluster.restart(otherOptions, Component.KUBE_APISERVER);
    // then
    awaitReady(away.id());
    assertGapFree(away.id());
  }

  @Test
  void whatGoesWhileTheWatchIsCutAndExpiresIsGoneAfterwards() {
    // given
    watcher.close();
    watcher = start(NEVER);
    TestWorkspace emptied = livingThere("emptied");
    emptied.deployment(IMAGE, 1);
    TestWorkspace steady = livingThere("steady");
    steady.deployment(IMAGE, 1);
    awaitReady(emptied.id());
    awaitReady(steady.id());
    List<EventRecord> before = log.said(steady.id());
    String version = there.pods().inAnyNamespace().list().getMetadata().getResourceVersion();
    // when the watches are cut, objects go, and the API server forgets what happened
    tap.shut();
    there.apps().deployments().inNamespace(emptied.id().value()).withName("web").delete();
    await()
        .atMost(LIMIT)
        .until(() -> there.pods().inNamespace(emptied.id().value()).list().getItems().isEmpty());
    otherCluster.kill(Component.KUBE_APISERVER);
    LocalCluster.restart(otherOptions, Component.KUBE_APISERVER);
    await().atMost(LIMIT).until(() -> isExpired(version));
    tap.open();
    // then
    awaitReason(emptied.id(), "NoWorkload");
    emptied.deployment(IMAGE, 1);
    awaitReady(emptied.id());
    assertThat(log.said(steady.id())).isEqualTo(before);
    assertGapFree(emptied.id());
    watcher.close();
    watcher = start(OFTEN);
  }

  @Test
  void aShortCutIsNotWorthAWord() {
    // given
    TestWorkspace blinked = livingThere("blinked");
    blinked.deployment(IMAGE, 1);
    awaitReady(blinked.id());
    List<EventRecord> before = log.said(blinked.id());
    // when
    tap.shut();
    await().atMost(LIMIT).until(() -> watcher.clusters("interrupted") == 1);
    tap.open();
    await().atMost(LIMIT).until(() -> watcher.clusters("watched") == 2);
    // then
    assertThat(log.said(blinked.id())).isEqualTo(before);
    blinked.image("registry.example/image-pull-fails:1");
    blinked.deletePods();
    awaitReason(blinked.id(), "ImagePullBackOff");
  }

  @Test
  void aNetworkThatSwallowsEverythingIsNoticed() {
    // given
    TestWorkspace silent = livingThere("silent");
    silent.deployment(IMAGE, 1);
    awaitReady(silent.id());
    // when
    tap.swallow();
    silent.image("registry.example/image-pull-fails:1");
    silent.deletePods();
    // then
    awaitReason(silent.id(), "ClusterUnreachable");
    // when new connections go through, and the old ones never will
    tap.open();
    // then
    awaitReason(silent.id(), "ImagePullBackOff");
    assertGapFree(silent.id());
  }

  @Test
  void kubeconfigsComeChangeAndGoWhileTheWatcherRuns() throws IOException {
    // given
    TestWorkspace workspace = livingThere("moving");
    workspace.deployment(IMAGE, 1);
    awaitReady(workspace.id());
    // when it goes
    Files.delete(folder.resolve(OTHER + ".kubeconfig"));
    // then
    awaitReason(workspace.id(), "ClusterUnknown");
    // when it comes
    put(tap.through(otherCluster.heliumKubeconfig()));
    // then
    awaitReady(workspace.id());
    // when it changes to what cannot be used
    put("users: [{name: me, user: {exec: {command: touch}}}]");
    workspace.image("registry.example/image-pull-fails:1");
    workspace.deletePods();
    // then the connection that was is kept
    awaitReason(workspace.id(), "ImagePullBackOff");
    // when it changes to a way of its own
    try (Tap another = new Tap(otherCluster.apiServer())) {
      put(another.through(otherCluster.heliumKubeconfig()));
      tap.shut();
      workspace.image(IMAGE);
      // then
      awaitReady(workspace.id());
      assertGapFree(workspace.id());
      put(tap.through(otherCluster.heliumKubeconfig()));
      tap.open();
      await().atMost(LIMIT).until(() -> watcher.clusters("watched") == 2);
    }
  }

  @Test
  void aWorkspaceOfAClusterThatNobodyMadeSaysSo() {
    // given
    WorkspaceId id = new WorkspaceId(cluster.uniqueName("nowhere"));
    // when
    log.createdIn("no-such-cluster", id);
    // then
    awaitReason(id, "ClusterUnknown");
  }

  /** The real answer of the API server to a watch that goes on from there. */
  private static boolean isExpired(String version) {
    return there
        .raw("/api/v1/pods?watch=true&timeoutSeconds=1&resourceVersion=" + version)
        .contains("\"code\":410");
  }

  private static void put(String kubeconfig) throws IOException {
    Path draft = Files.writeString(folder.resolve(".draft"), kubeconfig);
    Files.move(draft, folder.resolve(OTHER + ".kubeconfig"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static TestWorkspace livingHere(String prefix) {
    TestWorkspace workspace =
        new TestWorkspace(here, new WorkspaceId(cluster.uniqueName(prefix)), 1);
    log.created(workspace.id(), 1);
    return living(workspace);
  }

  private static TestWorkspace livingThere(String prefix) {
    TestWorkspace workspace =
        new TestWorkspace(there, new WorkspaceId(cluster.uniqueName(prefix)), 1);
    log.createdIn(OTHER, workspace.id());
    return living(workspace);
  }

  private static TestWorkspace living(TestWorkspace workspace) {
    workspace.namespace();
    log.provisioned(workspace.id());
    return workspace;
  }

  private static void awaitReady(WorkspaceId id) {
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(log.readiness(id)).isEqualTo(new Readiness.Ready()));
  }

  private static void awaitReason(WorkspaceId id, String code) {
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

  private static void assertGapFree(WorkspaceId id) {
    List<EventRecord> said = log.said(id);
    assertThat(said)
        .extracting(EventRecord::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, said.size()).boxed().toList());
  }
}
