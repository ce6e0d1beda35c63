package dev.helium.deletion;

import static dev.helium.deletion.Samples.created;
import static dev.helium.deletion.Samples.deleted;
import static dev.helium.deletion.Samples.deletionRequested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.deletion.ledger.LedgerPolicy;
import dev.helium.deletion.stacks.StackFolder;
import dev.helium.domain.Command;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.LedgerSweep;
import dev.helium.domain.Orphan;
import dev.helium.domain.OrphanKind;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.log.LedgerFollower;
import dev.helium.log.LogSettings;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The ledger over a real API server, a real log and real files. */
@ExtendWith({ClusterExtension.class, BrokerExtension.class})
final class OrphansTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Instant FAR = Instant.parse("2036-01-01T00:00:00Z");

  @TempDir static Path directory;
  private static TestCluster cluster;
  private static TestBroker broker;
  private static TestLog log;
  private static KubernetesClient client;
  private static Vertx vertx;
  private static LedgerFollower ledger;
  private static RunningController controller;
  private static Path stacks;

  @BeforeAll
  static void up(TestCluster shared, TestBroker empty) throws IOException {
    cluster = shared;
    broker = empty;
    log = new TestLog(broker.bootstrap());
    client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
            .build();
    vertx = Vertx.vertx();
    ledger = new LedgerFollower(vertx, new LogSettings(broker.bootstrap()));
    ledger.start();
    stacks =
        Files.createDirectories(
            directory.resolve("files").resolve("state").resolve(".pulumi/stacks/helium"));
    controller =
        new RunningController(
            new DeletionSettings(new LogSettings(broker.bootstrap()), cluster.kubeconfig())
                .withLedger(
                    new StackFolder.At(directory.resolve("files")),
                    new LedgerPolicy(
                        LedgerPolicy.OnOrphan.REPAIR,
                        LedgerPolicy.OnDrift.REBUILD,
                        Duration.ofMillis(200),
                        Duration.ofMillis(200),
                        Duration.ofMinutes(15))));
    await().atMost(LIMIT).until(controller::isReady);
  }

  @AfterAll
  static void down() {
    controller.close();
    TestLog.get(ledger.close());
    TestLog.get(vertx.close());
    client.close();
    log.close();
  }

  @Test
  void aNamespaceThatSomebodyRemovedIsReportedAndMadeAgain() {
    // given
    WorkspaceId workspace = name("drifted");
    log.append(workspace, created(1, FAR));
    namespace(workspace);
    log.append(workspace, provisioned(workspace, 1));
    Instant begun = Instant.now();
    await().atMost(LIMIT).until(() -> sweptAt().isAfter(begun));
    assertThat(orphan(OrphanKind.MISSING_NAMESPACE, workspace.value())).isEmpty();
    // when
    client.namespaces().withName(workspace.value()).delete();
    // then
    await().atMost(LIMIT).until(() -> log.commands(workspace).size() == 2);
    assertThat(log.commands(workspace))
        .hasExactlyElementsOfTypes(Command.ReportDrift.class, Command.Retry.class);
    await()
        .atMost(LIMIT)
        .until(
            () ->
                orphan(OrphanKind.MISSING_NAMESPACE, workspace.value())
                    .filter(Orphan::carriedOut)
                    .isPresent());
    // when it is made again
    log.append(workspace, new Event.Retried(2, "deletion-controller"));
    namespace(workspace);
    log.append(workspace, provisioned(workspace, 2));
    // then
    await()
        .atMost(LIMIT)
        .until(() -> orphan(OrphanKind.MISSING_NAMESPACE, workspace.value()).isEmpty());
  }

  @Test
  void aNamespaceOfNobodyIsListedAndStands() {
    // given
    WorkspaceId workspace = name("nobodys");
    // when
    namespace(workspace);
    // then
    await()
        .atMost(LIMIT)
        .until(() -> orphan(OrphanKind.UNKNOWN_NAMESPACE, workspace.value()).isPresent());
    assertThat(client.namespaces().withName(workspace.value()).get()).isNotNull();
    assertThat(log.commands(workspace)).isEmpty();
    // when
    client.namespaces().withName(workspace.value()).delete();
    // then
    await()
        .atMost(LIMIT)
        .until(() -> orphan(OrphanKind.UNKNOWN_NAMESPACE, workspace.value()).isEmpty());
  }

  @Test
  void whatIsLeftOutsideOfNamespacesIsListed() {
    // given
    WorkspaceId workspace = name("outside");
    over(workspace);
    // when
    client
        .resource(
            new ClusterRoleBuilder()
                .withNewMetadata()
                .withName("left-of-" + workspace)
                .withLabels(labels(workspace))
                .endMetadata()
                .build())
        .create();
    // then
    await()
        .atMost(LIMIT)
        .until(() -> orphan(OrphanKind.STRAY_OBJECTS, workspace.value()).isPresent());
    assertThat(orphan(OrphanKind.STRAY_OBJECTS, workspace.value()).orElseThrow().evidence())
        .first()
        .asString()
        .contains("ClusterRole/left-of-" + workspace);
    client.rbac().clusterRoles().withName("left-of-" + workspace).delete();
  }

  @Test
  void aStackOfALifeThatIsOverIsListedAndDestroyed() throws IOException {
    // given
    WorkspaceId workspace = name("stacked");
    over(workspace);
    // when
    Path file = Files.createFile(stacks.resolve(workspace + ".json"));
    // then
    await().atMost(LIMIT).until(() -> log.commands(workspace).size() == 1);
    assertThat(((Command.Delete) log.commands(workspace).getFirst()).reason())
        .isEqualTo(new DeletionReason.Swept(1));
    await()
        .atMost(LIMIT)
        .until(() -> orphan(OrphanKind.STRAY_STACK, workspace.value()).isPresent());
    // when
    Files.delete(file);
    // then
    await().atMost(LIMIT).until(() -> orphan(OrphanKind.STRAY_STACK, workspace.value()).isEmpty());
  }

  @Test
  void aClusterIsReapedWhenItsLastTenantIsGone() {
    // given
    WorkspaceId host = name("host");
    WorkspaceId tenant = name("tenant");
    WorkspaceId witness = name("witness");
    Instant expiry = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
    WorkspaceSpec inside =
        new WorkspaceSpec("namespace", Map.of("clusterStack", host.value()), Map.of());
    log.append(host, created(1, expiry));
    log.append(tenant, new Event.Created(1, 1, inside, "me", FAR));
    // when its time is up
    log.append(witness, created(1, expiry.plusMillis(200)));
    await().atMost(LIMIT).until(() -> log.commands(witness).size() == 1);
    // then
    assertThat(log.commands(host)).isEmpty();
    // when
    log.append(tenant, deletionRequested());
    log.append(tenant, new Event.Destroyed(3));
    log.append(tenant, deleted(1));
    // then
    await().atMost(LIMIT).until(() -> log.commands(host).size() == 1);
    assertThat(((Command.Delete) log.commands(host).getFirst()).reason())
        .isEqualTo(new DeletionReason.Expired(expiry));
  }

  private static void over(WorkspaceId workspace) {
    log.append(workspace, created(1, FAR));
    log.append(workspace, deletionRequested());
    log.append(workspace, new Event.Destroyed(3));
    log.append(workspace, deleted(1));
  }

  private static Event.Provisioned provisioned(WorkspaceId workspace, int attempt) {
    return new Event.Provisioned(attempt, Map.of("K8sNamespace", workspace.value()));
  }

  private static Optional<Orphan> orphan(OrphanKind kind, String name) {
    return ledger.entries().orElseThrow().values().stream()
        .filter(Orphan.class::isInstance)
        .map(Orphan.class::cast)
        .filter(orphan -> orphan.kind() == kind && orphan.name().equals(name))
        .findFirst();
  }

  private static Instant sweptAt() {
    return ledger
        .entries()
        .map(entries -> entries.get(LedgerSweep.KEY))
        .map(entry -> ((LedgerSweep) entry).endedAt())
        .orElse(Instant.EPOCH);
  }

  private static WorkspaceId name(String prefix) {
    return new WorkspaceId(cluster.uniqueName(prefix));
  }

  private static Map<String, String> labels(WorkspaceId workspace) {
    return Map.of("helium.dev/workspace", workspace.value(), "helium.dev/incarnation", "1");
  }

  private static void namespace(WorkspaceId workspace) {
    await()
        .atMost(LIMIT)
        .until(() -> client.namespaces().withName(workspace.value()).get() == null);
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(workspace.value())
                .withLabels(labels(workspace))
                .endMetadata()
                .build())
        .create();
  }
}
