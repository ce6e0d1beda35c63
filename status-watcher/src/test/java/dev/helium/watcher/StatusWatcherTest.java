package dev.helium.watcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Milestones;
import dev.helium.domain.Progress;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.metrics.MetricTable;
import dev.helium.service.metrics.Scrape;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith({ClusterExtension.class, BrokerExtension.class})
final class StatusWatcherTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String IMAGE = "registry.example/web:1";
  private static final Readiness READY = new Readiness.Ready();

  private static TestCluster cluster;
  private static TestBroker broker;
  private static WatchedLog log;
  private static KubernetesClient client;
  private static RunningWatcher watcher;

  @BeforeAll
  static void up(TestCluster shared, TestBroker empty) {
    cluster = shared;
    broker = empty;
    log = new WatchedLog(broker.bootstrap());
    client = TestWorkspace.client(cluster.kubeconfig());
    watcher = new RunningWatcher(broker.bootstrap(), cluster.cluster().heliumKubeconfig());
  }

  @AfterAll
  static void down() {
    watcher.close();
    client.close();
    log.close();
  }

  @Test
  void saysWhereAndThenThatAWorkspaceIsReady() {
    // given
    TestWorkspace workspace = living("ready");

    // when
    workspace.loadBalancer();
    workspace.deployment(IMAGE, 2);

    // then
    awaitReady(workspace.id());
    assertThat(log.addresses(workspace.id())).containsOnlyKeys("Service/web");
    List<Class<?>> said =
        log.said(workspace.id()).stream()
            .<Class<?>>map(record -> record.event().getClass())
            .toList();
    assertThat(said).endsWith(Event.ReadinessChanged.class).contains(Event.ConnectionChanged.class);
    assertGapFree(workspace.id());
  }

  @Test
  void isNotReadyBeforeTheProgramHasRunToItsEnd() {
    // given
    WorkspaceId id = new WorkspaceId(cluster.uniqueName("partial"));
    TestWorkspace workspace = new TestWorkspace(client, id, 1);
    log.created(id, 1);
    workspace.namespace();
    workspace.deployment(IMAGE, 1);
    awaitReason(id, "Provisioning");

    // when
    log.provisioned(id);

    // then
    awaitReady(id);
  }

  @ParameterizedTest
  @CsvSource({
    "registry.example/image-pull-fails:7, ImagePullBackOff, FATAL, image"
        + " registry.example/image-pull-fails:7",
    "registry.example/crash-loops:1, CrashLoopBackOff, RECOVERABLE, it ended last with Error (exit"
        + " code 1)",
    "registry.example/out-of-memory:1, OOMKilled, FATAL, it ended last with OOMKilled (exit code"
        + " 137)",
    "registry.example/never-ready:1, ContainerStarting, WAITING, about to be probed"
  })
  void saysWhyPodsDoNotBecomeReady(String image, String code, ReasonKind kind, String words) {
    // given
    TestWorkspace workspace = living("broken");

    // when
    workspace.deployment(image, 1);

    // then
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(reasons(workspace.id()))
                    .first()
                    .satisfies(
                        reason -> {
                          assertThat(reason.code()).isEqualTo(code);
                          assertThat(reason.kind()).isEqualTo(kind);
                          assertThat(reason.object()).startsWith("Pod/web-");
                          assertThat(reason.message()).contains(words);
                        }));
  }

  @Test
  void saysWhatTheSchedulerSays() {
    // given
    TestWorkspace workspace = living("big");

    // when
    client
        .resource(
            workspace
                .template(IMAGE, 1)
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .withNewResources()
                .addToRequests("cpu", new Quantity("1000"))
                .endResources()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build())
        .create();

    // then
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(reasons(workspace.id()))
                    .anySatisfy(
                        reason -> {
                          assertThat(reason.code()).isEqualTo("Unschedulable");
                          assertThat(reason.kind()).isEqualTo(ReasonKind.WAITING);
                          assertThat(reason.message()).contains("Insufficient cpu");
                        }));
  }

  @Test
  void turnsNotReadyAndReadyAgainAsPodsDo() {
    // given
    TestWorkspace workspace = living("turning");
    workspace.deployment(IMAGE, 1);
    awaitReady(workspace.id());

    // when the pods are replaced by ones that never become ready
    workspace.image("registry.example/never-ready:1");
    workspace.deletePods();

    // then
    awaitReason(workspace.id(), "ContainerStarting");

    // when
    workspace.image(IMAGE);

    // then
    awaitReady(workspace.id());

    // when nothing is to run any more
    client.apps().deployments().inNamespace(workspace.id().value()).delete();

    // then
    awaitReason(workspace.id(), "NoWorkload");
    assertGapFree(workspace.id());
  }

  @Test
  void turnsNotReadyWhileItIsScaledUp() {
    // given pods that take so long that a watcher on a busy machine sees them do so
    TestWorkspace workspace = living("scaled");
    workspace.create(
        workspace
            .template(IMAGE, 1)
            .editSpec()
            .editTemplate()
            .editMetadata()
            .addToAnnotations("helium.dev/ready-after", "1500ms")
            .endMetadata()
            .endTemplate()
            .endSpec());
    awaitReady(workspace.id());
    int before = log.said(workspace.id()).size();

    // when
    workspace.scale(3);

    // then
    await()
        .atMost(LIMIT)
        .until(() -> log.said(workspace.id()).size() > before + 1 && isReady(workspace.id()));
    assertThat(log.said(workspace.id()).get(before).event())
        .isInstanceOfSatisfying(
            Event.ReadinessChanged.class,
            event -> assertThat(event.readiness()).isInstanceOf(Readiness.NotReady.class));
  }

  @Test
  void countsPodsAndNotesWhatTheyHaveBehindThem() {
    // given
    TestWorkspace workspace = living("counted");

    // when
    workspace.deployment(IMAGE, 3);

    // then
    awaitReady(workspace.id());
    List<Event.ReadinessChanged> said = readiness(workspace.id());
    assertThat(said).anyMatch(each -> each.progress().wanted() == 3);
    assertThat(said.getLast().progress()).isEqualTo(new Progress(3, 3, ""));
    Milestones milestones = said.getLast().milestones();
    assertThat(milestones.scheduled()).isAfter(Milestones.UNKNOWN);
    assertThat(milestones.started()).isAfterOrEqualTo(milestones.scheduled());
  }

  @Test
  void countingPodsCostsAStartNoEvents() {
    // given
    TestWorkspace workspace = living("cheap");

    // when
    workspace.deployment(IMAGE, 1);

    // then
    awaitReady(workspace.id());
    assertThat(readiness(workspace.id())).hasSizeLessThanOrEqualTo(3);
    assertThat(readiness(workspace.id()).getLast().progress()).isEqualTo(new Progress(1, 1, ""));
  }

  @Test
  void saysLessThanHappensWhenAllPodsRestartAtOnce() {
    // given
    TestWorkspace workspace = living("storm");
    workspace.deployment(IMAGE, 100);
    awaitReady(workspace.id());
    int before = log.said(workspace.id()).size();
    PodChanges changes = new PodChanges();

    // when
    try (Watch _ = client.pods().inNamespace(workspace.id().value()).watch(changes)) {
      workspace.deletePods();

      // then
      await()
          .atMost(LIMIT)
          .until(() -> log.said(workspace.id()).size() > before + 1 && isReady(workspace.id()));
      assertThat(log.said(workspace.id()).size() - before).isLessThan(changes.count());
    }
    assertGapFree(workspace.id());
  }

  @Test
  void saysNothingTwiceAndLosesNothingAcrossARestart() {
    // given
    TestWorkspace steady = living("steady");
    steady.deployment(IMAGE, 1);
    TestWorkspace changing = living("changing");
    changing.deployment(IMAGE, 1);
    awaitReady(steady.id());
    awaitReady(changing.id());
    List<EventRecord> before = log.said(steady.id());

    // when
    watcher.close();
    changing.image("registry.example/image-pull-fails:1");
    changing.deletePods();
    watcher = new RunningWatcher(broker.bootstrap(), cluster.cluster().heliumKubeconfig());

    // then
    awaitReason(changing.id(), "ImagePullBackOff");
    assertThat(log.said(steady.id())).isEqualTo(before);
    assertGapFree(changing.id());
  }

  @Test
  void saysNothingAboutANameWhoseLifeIsOverAndBeginsAfreshWithTheNext() {
    // given
    TestWorkspace first = living("again");
    first.deployment(IMAGE, 1);
    awaitReady(first.id());
    log.deletionRequested(first.id());
    log.deleted(first.id(), 1);

    // when what is left of the first life changes, and then the second begins
    first.image("registry.example/image-pull-fails:1");
    log.created(first.id(), 2);
    log.provisioned(first.id());

    // then
    await()
        .atMost(LIMIT)
        .until(() -> log.said(first.id()).stream().anyMatch(record -> life(record) == 2));
    assertThat(log.said(first.id()))
        .filteredOn(record -> life(record) == 2)
        .first()
        .satisfies(record -> assertThat(codes(record)).containsExactly("NamespaceMissing"));
    assertThat(log.said(first.id()))
        .flatExtracting(StatusWatcherTest::codes)
        .doesNotContain("ImagePullBackOff");
    assertGapFree(first.id());
  }

  @Test
  void measuresHowLongItTakesToSayAChange() {
    // given
    TestWorkspace workspace = living("measured");

    // when
    workspace.deployment(IMAGE, 1);
    awaitReady(workspace.id());

    // then
    assertThat(watcher.meters().get("helium.watcher.delay").timer().count()).isPositive();
    assertThat(watcher.meters().get("helium.watcher.objects").gauge().value()).isPositive();
  }

  @Test
  void showsWhatTheTableOfMetricsSays() throws IOException {
    // given
    TestWorkspace workspace = living("counted");
    workspace.deployment(IMAGE, 1);
    awaitReady(workspace.id());

    // when
    Scrape scrape = watcher.scrape();

    // then
    assertThat(
            MetricTable.in(Path.of(System.getProperty("helium.root")))
                .differences("status-watcher", scrape))
        .isEmpty();
    assertThat(scrape.sum("helium_time_to_ready_seconds_count", Map.of())).isPositive();
    assertThat(scrape.sum("helium_stage_seconds_count", Map.of("stage", "ready"))).isPositive();
    assertThat(scrape.sum("helium_readiness_flips_total", Map.of("to", "ready"))).isPositive();
  }

  private static TestWorkspace living(String prefix) {
    WorkspaceId id = new WorkspaceId(cluster.uniqueName(prefix));
    TestWorkspace workspace = new TestWorkspace(client, id, 1);
    log.created(id, 1);
    workspace.namespace();
    log.provisioned(id);
    return workspace;
  }

  private static int life(EventRecord record) {
    return ((Event.ObservationEvent) record.event()).incarnation();
  }

  private static boolean isReady(WorkspaceId id) {
    return log.readiness(id).equals(READY);
  }

  private static void awaitReady(WorkspaceId id) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(log.readiness(id)).isEqualTo(READY));
  }

  private static void awaitReason(WorkspaceId id, String code) {
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(reasons(id)).extracting(Reason::code).contains(code));
  }

  private static List<Reason> reasons(WorkspaceId id) {
    return log.readiness(id) instanceof Readiness.NotReady(var reasons) ? reasons : List.of();
  }

  private static List<Event.ReadinessChanged> readiness(WorkspaceId id) {
    return log.said(id).stream()
        .map(EventRecord::event)
        .filter(Event.ReadinessChanged.class::isInstance)
        .map(Event.ReadinessChanged.class::cast)
        .toList();
  }

  private static List<String> codes(EventRecord record) {
    return record.event() instanceof Event.ReadinessChanged seen
            && seen.readiness() instanceof Readiness.NotReady(var why)
        ? why.stream().map(Reason::code).toList()
        : List.of();
  }

  private static void assertGapFree(WorkspaceId id) {
    List<EventRecord> said = log.said(id);
    assertThat(said)
        .extracting(EventRecord::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, said.size()).boxed().toList());
  }
}
