package dev.helium.deletion;

import static dev.helium.deletion.Samples.FAILURE;
import static dev.helium.deletion.Samples.created;
import static dev.helium.deletion.Samples.deleted;
import static dev.helium.deletion.Samples.deletionRequested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.LocalClusterOptions;
import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.ComponentStatus;
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
import dev.helium.domain.Receipt;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.log.LedgerFollower;
import dev.helium.log.LogSettings;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One controller, the default cluster, and a real second one that a workspace made. */
@ExtendWith({ClusterExtension.class, BrokerExtension.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SecondClusterTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Instant FAR = Instant.parse("2036-01-01T00:00:00Z");

  @TempDir private static Path shared;
  private static LocalClusterOptions labOptions;
  private static LocalCluster lab;

  @TempDir private Path directory;
  private TestCluster cluster;
  private TestBroker broker;
  private TestLog log;
  private KubernetesClient here;
  private KubernetesClient there;
  private Vertx vertx;
  private LedgerFollower ledger;
  private RunningController controller;
  private WorkspaceId maker;
  private Path kubeconfig;

  @BeforeAll
  static void start() {
    labOptions = LocalClusterOptions.in(shared.resolve("lab"));
    lab = LocalCluster.start(labOptions);
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @BeforeEach
  void up(TestCluster running, TestBroker empty) throws IOException {
    cluster = running;
    mendTheLab();
    broker = empty;
    log = new TestLog(broker.bootstrap());
    here = client(cluster.kubeconfig());
    there = client(lab.kubeconfig());
    vertx = Vertx.vertx();
    ledger = new LedgerFollower(vertx, new LogSettings(broker.bootstrap()));
    ledger.start();
    maker = name("lab");
    Path folder = Files.createDirectory(directory.resolve("clusters"));
    kubeconfig = Files.copy(lab.heliumKubeconfig(), folder.resolve(maker.value() + ".kubeconfig"));
    log.append(maker, created(1, FAR));
    controller =
        new RunningController(
            new DeletionSettings(
                    new LogSettings(broker.bootstrap()), cluster.cluster().heliumKubeconfig())
                .withClusters(folder)
                .withLedger(
                    new StackFolder.Unknown(),
                    new LedgerPolicy(
                        LedgerPolicy.OnOrphan.REPORT,
                        LedgerPolicy.OnDrift.REPORT,
                        Duration.ofMillis(500),
                        Duration.ofMillis(200),
                        Duration.ofMinutes(15))));
    await().atMost(LIMIT).until(controller::isReady);
    await().atMost(LIMIT).until(() -> looked(maker));
  }

  @AfterEach
  void down() {
    controller.close();
    TestLog.get(ledger.close());
    TestLog.get(vertx.close());
    there.close();
    here.close();
    log.close();
  }

  /** Of all that another test has left in it, only a dead API server concerns this one. */
  private static void mendTheLab() {
    boolean answers =
        lab.status().stream()
            .filter(status -> status.component() == Component.KUBE_APISERVER)
            .allMatch(ComponentStatus::alive);
    if (!answers) {
      LocalCluster.restart(labOptions, Component.KUBE_APISERVER);
    }
  }

  /** Before the API server was ever away: namespaces go at once then. */
  @Test
  @Order(1)
  void whatExpiresInTheSecondClusterIsProvenThere() {
    // given a workspace there, and a namespace of its name and label in the default cluster
    WorkspaceId tenant = name("tenant");
    Instant expiry = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
    log.append(tenant, inTheLab(expiry));
    namespace(there, tenant);
    namespace(here, tenant);
    log.append(tenant, new Event.Provisioned(1, Map.of("K8sNamespace", tenant.value())));
    // when its time is up
    await().atMost(LIMIT).until(() -> commands(tenant, Command.Delete.class).count() == 1);
    log.append(
        tenant,
        new Event.DeletionRequested(3, new DeletionReason.Expired(expiry), "deletion-controller"));
    log.append(tenant, new Event.Destroyed(3));
    // then it is held for as long as something of it is there
    await().atMost(LIMIT).until(() -> commands(tenant, Command.ReportHeld.class).count() == 1);
    assertThat(commands(tenant, Command.ConfirmDeletion.class)).isEmpty();
    // when it goes
    there.namespaces().withName(tenant.value()).delete();
    // then
    Receipt receipt = awaitReceipt(tenant);
    assertThat(receipt.evidence().getFirst()).isEqualTo("namespace " + tenant + " does not exist");
    assertThat(receipt.proof().swept()).contains("Pod", "Namespace");
    assertThat(here.namespaces().withName(tenant.value()).get()).isNotNull();
    here.namespaces().withName(tenant.value()).delete();
  }

  @Test
  void whatBelongsToNobodyInTheSecondClusterIsListedUnderIt() {
    // given
    WorkspaceId nobodys = name("nobodys");
    // when
    namespace(there, nobodys);
    // then
    await().atMost(LIMIT).until(() -> orphan(nobodys).isPresent());
    assertThat(orphan(nobodys).orElseThrow().cluster()).isEqualTo(maker.value());
    // when the cluster is away
    lab.kill(Component.KUBE_APISERVER);
    await().atMost(LIMIT).until(() -> !looked(maker));
    // then it has not ended
    assertThat(orphan(nobodys)).isPresent();
  }

  @Test
  void aSecondClusterThatIsKilledHoldsItsTenantsUntilTwoWitnessesSayThatItIsGone()
      throws IOException {
    // given one whose stack is empty, and one whose stack could not be emptied
    WorkspaceId emptied = name("emptied");
    WorkspaceId stuck = name("stuck");
    log.append(emptied, inTheLab(FAR));
    log.append(stuck, inTheLab(FAR));
    namespace(there, emptied);
    // when
    lab.kill(Component.KUBE_APISERVER);
    log.append(emptied, deletionRequested());
    log.append(emptied, new Event.Destroyed(3));
    log.append(stuck, deletionRequested());
    log.append(stuck, new Event.GaveUp(3, FAILURE));
    // then
    await().atMost(LIMIT).until(() -> commands(emptied, Command.ReportHeld.class).count() == 1);
    assertThat(commands(emptied, Command.ConfirmDeletion.class)).isEmpty();
    // when the first witness has spoken
    Files.delete(kubeconfig);
    await().atMost(LIMIT).until(() -> why(maker).startsWith("no kubeconfig leads to it"));
    // then
    assertThat(commands(emptied, Command.ConfirmDeletion.class)).isEmpty();
    assertThat(commands(stuck, Command.ReportClusterGone.class)).isEmpty();
    // when the second one has
    log.append(maker, deletionRequested());
    log.append(maker, new Event.Destroyed(3));
    log.append(maker, deleted(1));
    // then
    String gone =
        "cluster "
            + maker
            + " is gone: its kubeconfig was removed, and the workspace that made it was deleted"
            + " with a receipt";
    assertThat(awaitReceipt(emptied).evidence().getFirst()).isEqualTo(gone);
    await()
        .atMost(LIMIT)
        .until(() -> commands(stuck, Command.ReportClusterGone.class).findFirst().isPresent());
    assertThat(
            commands(stuck, Command.ReportClusterGone.class).findFirst().orElseThrow().evidence())
        .isEqualTo(gone);
    // when what is recorded of it there is forgotten
    log.append(stuck, new Event.ClusterGone(4, gone));
    log.append(stuck, new Event.Destroyed(4));
    // then
    assertThat(awaitReceipt(stuck).evidence().getFirst()).isEqualTo(gone);
  }

  private Event.Created inTheLab(Instant expiry) {
    return new Event.Created(
        1,
        1,
        new WorkspaceSpec("namespace", Map.of("clusterStack", maker.value()), Map.of()),
        "me",
        expiry);
  }

  private Receipt awaitReceipt(WorkspaceId workspace) {
    await()
        .atMost(LIMIT)
        .until(() -> commands(workspace, Command.ConfirmDeletion.class).findFirst().isPresent());
    return commands(workspace, Command.ConfirmDeletion.class).findFirst().orElseThrow().receipt();
  }

  private <T extends Command> Stream<T> commands(WorkspaceId workspace, Class<T> kind) {
    return log.commands(workspace).stream().filter(kind::isInstance).map(kind::cast);
  }

  private Optional<Orphan> orphan(WorkspaceId workspace) {
    return ledger.entries().orElse(Map.of()).values().stream()
        .filter(Orphan.class::isInstance)
        .map(Orphan.class::cast)
        .filter(orphan -> orphan.kind() == OrphanKind.UNKNOWN_NAMESPACE)
        .filter(orphan -> orphan.name().equals(workspace.value()))
        .findFirst();
  }

  private boolean looked(WorkspaceId madeBy) {
    return direction(madeBy).filter(LedgerSweep.Direction::lookedAt).isPresent();
  }

  private String why(WorkspaceId madeBy) {
    return direction(madeBy).map(LedgerSweep.Direction::why).orElse("");
  }

  private Optional<LedgerSweep.Direction> direction(WorkspaceId madeBy) {
    return ledger
        .entries()
        .map(entries -> entries.get(LedgerSweep.KEY))
        .flatMap(
            sweep ->
                ((LedgerSweep) sweep)
                    .directions().stream()
                        .filter(direction -> direction.name().equals("namespaces"))
                        .filter(direction -> direction.cluster().equals(madeBy.value()))
                        .findFirst());
  }

  private WorkspaceId name(String prefix) {
    return new WorkspaceId(cluster.uniqueName(prefix));
  }

  private static KubernetesClient client(Path file) {
    return new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(file.toFile())).build();
  }

  private static void namespace(KubernetesClient client, WorkspaceId workspace) {
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(workspace.value())
                .withLabels(
                    Map.of(
                        "helium.dev/workspace", workspace.value(), "helium.dev/incarnation", "1"))
                .endMetadata()
                .build())
        .create();
  }
}
