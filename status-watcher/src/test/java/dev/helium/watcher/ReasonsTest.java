package dev.helium.watcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.domain.Event;
import dev.helium.domain.Readiness;
import dev.helium.domain.ReadinessCode;
import dev.helium.domain.Reason;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.LogSettings;
import dev.helium.watcher.cluster.Pace;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code of the catalogue, said of a real API server's objects. */
@ExtendWith({ClusterExtension.class, BrokerExtension.class})
final class ReasonsTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int AT_ONCE = 4;

  /** Longer than the watcher takes to see what was made, beside all else that is made here. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Map<ReadinessCode, WorkspaceId> WORKSPACES =
      new EnumMap<>(ReadinessCode.class);

  @TempDir static Path directory;
  private static TestBroker broker;
  private static WatchedLog log;
  private static KubernetesClient client;
  private static RunningWatcher watcher;

  /** All at once, since some of them take their time. */
  @BeforeAll
  static void up(TestCluster cluster, TestBroker empty)
      throws IOException, InterruptedException, ExecutionException {
    broker = empty;
    log = new WatchedLog(broker.bootstrap());
    client = TestWorkspace.client(cluster.kubeconfig());
    watcher =
        new RunningWatcher(
            new WatcherSettings(
                new LogSettings(broker.bootstrap()),
                cluster.cluster().heliumKubeconfig(),
                clusters(),
                new Pace(Duration.ofSeconds(5), Duration.ofMinutes(30), PATIENCE),
                Duration.ZERO));
    for (ReadinessCode code : ReadinessCode.values()) {
      WORKSPACES.put(code, new WorkspaceId(cluster.uniqueName("because")));
    }
    makeAll();
  }

  /** Not in the common pool: the client needs it, and on two cores it has one thread. */
  private static void makeAll() throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> making = new ArrayList<>();
      WORKSPACES.forEach((code, id) -> making.add(threads.submit(() -> make(code, id))));
      for (Future<?> each : making) {
        each.get();
      }
    }
  }

  private static void make(ReadinessCode code, WorkspaceId id) {
    new Situation(new TestWorkspace(client, id, 1), log).make(code);
  }

  @AfterAll
  static void down() {
    watcher.close();
    client.close();
    log.close();
  }

  @ParameterizedTest
  @EnumSource(ReadinessCode.class)
  void saysEveryReasonWithItsKindAndItsClass(ReadinessCode code) {
    await()
        .pollDelay(Duration.ZERO)
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(said(code))
                    .filteredOn(reason -> reason.code().equals(code.word()))
                    .allSatisfy(
                        reason -> assertThat(reason.reasonClass()).isEqualTo(code.reasonClass()))
                    .extracting(Reason::kind)
                    .containsAll(code.kinds())
                    .isSubsetOf(code.kinds()));
  }

  @Test
  void saysWhatTheSchedulerCountsWhenItsPatienceIsOver() {
    await()
        .pollDelay(Duration.ZERO)
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(newest(ReadinessCode.UNSCHEDULABLE).message())
                    .contains("0/3 nodes are available", "Insufficient cpu"));
  }

  @Test
  void saysTheArithmeticOfAQuotaThatAStatefulSetMeets() {
    await()
        .pollDelay(Duration.ZERO)
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(newest(ReadinessCode.QUOTA_EXCEEDED))
                    .satisfies(
                        reason -> {
                          assertThat(reason.object()).isEqualTo("StatefulSet/store");
                          assertThat(reason.message())
                              .isEqualTo("quota small: needs 1 of pods; 0 of 0 are taken");
                        }));
  }

  @Test
  void saysWhatAProbeHasMet() {
    await()
        .pollDelay(Duration.ZERO)
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(newest(ReadinessCode.UNHEALTHY).message())
                    .endsWith("its readiness probe is answered 503"));
  }

  private static Path clusters() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("clusters"));
    Files.writeString(
        folder.resolve(Situation.AWAY + ".kubeconfig"),
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: away, cluster: {server: "http://127.0.0.1:9"}}]
        contexts: [{name: away, context: {cluster: away, user: nobody}}]
        users: [{name: nobody, user: {}}]
        current-context: away
        """);
    return folder;
  }

  /** The newest of those that were said under a code. */
  private static Reason newest(ReadinessCode code) {
    List<Reason> said =
        said(code).stream().filter(reason -> reason.code().equals(code.word())).toList();
    assertThat(said).isNotEmpty();
    return said.getLast();
  }

  private static List<Reason> said(ReadinessCode code) {
    return log.said(WORKSPACES.get(code)).stream()
        .map(record -> record.event())
        .filter(Event.ReadinessChanged.class::isInstance)
        .map(event -> ((Event.ReadinessChanged) event).readiness())
        .filter(Readiness.NotReady.class::isInstance)
        .flatMap(readiness -> ((Readiness.NotReady) readiness).reasons().stream())
        .toList();
  }
}
