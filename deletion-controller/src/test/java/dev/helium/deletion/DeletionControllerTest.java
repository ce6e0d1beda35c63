package dev.helium.deletion;

import static dev.helium.deletion.Samples.created;
import static dev.helium.deletion.Samples.deletionRequested;
import static dev.helium.deletion.Samples.updated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.Receipt;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.LogSettings;
import dev.helium.service.metrics.MetricTable;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({ClusterExtension.class, BrokerExtension.class})
final class DeletionControllerTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Instant FAR = Instant.parse("2036-01-01T00:00:00Z");
  private static final String FINALIZER = "example.com/kept-by-a-test";

  @TempDir static Path directory;
  private static TestCluster cluster;
  private static TestBroker broker;
  private static TestLog log;
  private static KubernetesClient client;
  private static RunningController controller;

  @BeforeAll
  static void up(TestCluster shared, TestBroker empty) {
    cluster = shared;
    broker = empty;
    log = new TestLog(broker.bootstrap());
    client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
            .build();
    controller = new RunningController(broker.bootstrap(), cluster.kubeconfig());
    await().atMost(LIMIT).until(controller::isReady);
  }

  @AfterAll
  static void down() {
    controller.close();
    client.close();
    log.close();
  }

  @Test
  void asksForDeletionAtTheInstantOfExpiry() {
    // given
    WorkspaceId workspace = name("expiring");
    Instant expiry = Instant.now().plusMillis(1_234).truncatedTo(ChronoUnit.MILLIS);

    // when
    log.append(workspace, created(1, expiry));

    // then
    awaitCommands(workspace, 1);
    assertThat(log.commands(workspace).getFirst())
        .isInstanceOfSatisfying(
            Command.Delete.class,
            command -> {
              assertThat(command.reason()).isEqualTo(new DeletionReason.Expired(expiry));
              assertThat(command.requestedBy()).isEqualTo("deletion-controller");
            });
    assertThat(log.firstRead(workspace)).isAfterOrEqualTo(expiry);
  }

  @Test
  void showsWhatTheTableOfMetricsSays() throws IOException {
    // given
    WorkspaceId workspace = name("measured");
    log.append(workspace, created(1, Instant.now().minusSeconds(1)));
    awaitCommands(workspace, 1);

    // when
    await()
        .atMost(LIMIT)
        .until(
            () ->
                controller.scrape().sum("helium_deletion_expiry_lag_seconds_count", Map.of()) > 0);

    // then
    assertThat(
            MetricTable.in(Path.of(System.getProperty("helium.root")))
                .differences("deletion-controller", controller.scrape()))
        .isEmpty();
  }

  @Test
  void leavesAloneWhatIsExtendedInTime() {
    // given
    WorkspaceId extended = name("extended");
    WorkspaceId witness = name("witness");
    Instant expiry = Instant.now().plusMillis(1_500).truncatedTo(ChronoUnit.MILLIS);
    log.append(extended, created(1, expiry));

    // when
    log.append(extended, updated(FAR));
    log.append(witness, created(1, expiry.plusMillis(200)));

    // then
    awaitCommands(witness, 1);
    assertThat(log.commands(extended)).isEmpty();
  }

  @Test
  void asksForAllThatFellDueWhileItWasDown() {
    // given
    WorkspaceId deletedMeanwhile = name("overdue");
    List<WorkspaceId> overdue = List.of(name("overdue"), name("overdue"), name("overdue"));
    controller.close();
    Instant past = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
    overdue.forEach(workspace -> log.append(workspace, created(1, past)));
    log.append(deletedMeanwhile, created(1, past));
    log.append(deletedMeanwhile, deletionRequested());

    // when
    controller = new RunningController(broker.bootstrap(), cluster.kubeconfig());

    // then
    overdue.forEach(workspace -> awaitCommands(workspace, 1));
    assertThat(log.commands(deletedMeanwhile)).isEmpty();
  }

  @Test
  void aClockThatJumpsByAYearDeletesNothingUntilTheBrokerAgrees() {
    // given
    controller.close();
    AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    controller =
        new RunningController(
            new DeletionSettings(new LogSettings(broker.bootstrap()), cluster.kubeconfig()),
            () -> Instant.now().plus(ahead.get()));
    await().atMost(LIMIT).until(controller::isReady);
    WorkspaceId workspace = name("jumped");
    log.append(workspace, created(1, Instant.now().plus(Duration.ofDays(90))));

    // when
    ahead.set(Duration.ofDays(365));

    // then
    await().atMost(LIMIT).until(() -> !controller.isReady());
    WorkspaceId due = name("due");
    Instant past = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
    log.append(due, created(1, past));

    // when it is put right
    ahead.set(Duration.ZERO);

    // then
    awaitCommands(due, 1);
    assertThat(log.commands(workspace)).isEmpty();
    controller.close();
    controller = new RunningController(broker.bootstrap(), cluster.kubeconfig());
  }

  @Test
  void aNamespaceThatSomebodyRemovesIsReportedLongBeforeTheNextSweep() {
    // given a workspace that the controller knows, as it knows what was said after that
    WorkspaceId workspace = name("removed");
    WorkspaceId witness = name("witness");
    log.append(workspace, created(1, FAR));
    namespace(workspace.value(), labels(workspace, 1));
    log.append(workspace, new Event.Provisioned(1, Map.of("K8sNamespace", workspace.value())));
    log.append(witness, created(1, Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS)));
    awaitCommands(witness, 1);
    // when
    client.namespaces().withName(workspace.value()).delete();
    // then
    awaitCommands(workspace, 1);
    assertThat(log.commands(workspace)).hasExactlyElementsOfTypes(Command.ReportDrift.class);
  }

  @Test
  void confirmsWithEvidenceWhatIsGone() {
    // given
    WorkspaceId workspace = name("gone");

    // when
    destroyed(workspace);

    // then
    Receipt receipt = awaitReceipt(workspace);
    assertThat(receipt.incarnation()).isEqualTo(1);
    assertThat(receipt.evidence()).hasSize(3);
    assertThat(receipt.evidence().get(0)).isEqualTo("namespace " + workspace + " does not exist");
    assertThat(receipt.evidence().get(1))
        .startsWith("nothing in the cluster carries the label helium.dev/workspace=" + workspace);
    assertThat(receipt.evidence().get(2)).startsWith("its stack was empty and removed at ");
    assertThat(receipt.proof().swept())
        .contains("Pod", "Secret", "PersistentVolume", "Deployment.apps", "Namespace")
        .contains("ClusterRoleBinding.rbac.authorization.k8s.io", "CSIDriver.storage.k8s.io")
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(receipt.proof().unlisted()).isEmpty();
    assertThat(receipt.proof().saysHowLong()).isTrue();
    assertThat(receipt.proof().requestedAt()).isBeforeOrEqualTo(receipt.proof().destroyedAt());
    assertThat(receipt.proof().destroyedAt()).isBeforeOrEqualTo(receipt.confirmedAt());
  }

  @Test
  void saysInTheReceiptWhatItMayNotLookAt() {
    // given
    controller.close();
    controller = new RunningController(broker.bootstrap(), viewer());
    WorkspaceId workspace = name("restricted");

    // when
    destroyed(workspace);

    // then
    Receipt receipt = awaitReceipt(workspace);
    assertThat(receipt.proof().unlisted())
        .containsOnlyOnce("ClusterRole.rbac.authorization.k8s.io");
    assertThat(receipt.evidence()).noneMatch(evidence -> evidence.contains("ClusterRole"));
    controller.close();
    controller = new RunningController(broker.bootstrap(), cluster.kubeconfig());
  }

  @Test
  void theServicesOwnUserMayLookAtEverythingThatItMayMake() {
    // given
    controller.close();
    controller = new RunningController(broker.bootstrap(), cluster.cluster().heliumKubeconfig());
    WorkspaceId workspace = name("own-user");

    // when
    destroyed(workspace);

    // then
    assertThat(awaitReceipt(workspace).proof().swept())
        .contains("Namespace", "Pod", "Deployment.apps", "StatefulSet.apps", "DaemonSet.apps")
        .contains("Job.batch", "CronJob.batch", "Service", "Ingress.networking.k8s.io")
        .contains("ConfigMap", "Secret", "PersistentVolumeClaim", "PersistentVolume")
        .contains("NetworkPolicy.networking.k8s.io", "ResourceQuota", "LimitRange")
        .contains("ServiceAccount", "Role.rbac.authorization.k8s.io")
        .contains("RoleBinding.rbac.authorization.k8s.io")
        .contains("ClusterRole.rbac.authorization.k8s.io")
        .contains("ClusterRoleBinding.rbac.authorization.k8s.io");
    controller.close();
    controller = new RunningController(broker.bootstrap(), cluster.kubeconfig());
  }

  /** Somebody who may read what is in namespaces, by the cluster's own role for that. */
  private static Path viewer() {
    client
        .resource(
            new ClusterRoleBindingBuilder()
                .withNewMetadata()
                .withName("viewer")
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "view")
                .addNewSubject("rbac.authorization.k8s.io", "User", "viewer", null)
                .build())
        .serverSideApply();
    return cluster
        .cluster()
        .issueKubeconfig("viewer", List.of(), directory.resolve("viewer.kubeconfig"));
  }

  @Test
  void doesNotConfirmBeforeTheNamespaceIsGone() {
    // given
    WorkspaceId workspace = name("terminating");
    namespace(workspace.value(), labels(workspace, 1));
    client
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("kept")
                .withNamespace(workspace.value())
                .withFinalizers(FINALIZER)
                .endMetadata()
                .build())
        .create();
    client.namespaces().withName(workspace.value()).delete();
    long before = controller.looks();

    // when
    destroyed(workspace);
    WorkspaceId witness = name("witness");
    destroyed(witness);

    // then
    awaitReceipt(witness);
    await().atMost(LIMIT).until(() -> controller.unproven() == 1);
    assertThat(confirmations(workspace)).isEmpty();
    assertThat(controller.looks()).isGreaterThan(before);

    // when
    client
        .configMaps()
        .inNamespace(workspace.value())
        .withName("kept")
        .edit(
            kept ->
                new ConfigMapBuilder(kept).editMetadata().withFinalizers().endMetadata().build());

    // then
    awaitReceipt(workspace);
    assertThat(client.namespaces().withName(workspace.value()).get()).isNull();
  }

  @Test
  void goesOnWaitingForANamespaceAfterARestart() {
    // given
    WorkspaceId workspace = name("resumed");
    namespace(workspace.value(), labels(workspace, 1));
    destroyed(workspace);
    await().atMost(LIMIT).until(() -> controller.unproven() == 1);

    // when
    controller.close();
    controller = new RunningController(broker.bootstrap(), cluster.kubeconfig());
    await().atMost(LIMIT).until(() -> controller.unproven() == 1);

    // then
    assertThat(confirmations(workspace)).isEmpty();
    client.namespaces().withName(workspace.value()).delete();
    awaitReceipt(workspace);
  }

  @Test
  void doesNotConfirmWhileSomethingElsewhereCarriesTheLabel() {
    // given
    WorkspaceId workspace = name("leftover");
    client
        .resource(
            new ClusterRoleBuilder()
                .withNewMetadata()
                .withName("leftover-of-" + workspace)
                .withLabels(labels(workspace, 1))
                .endMetadata()
                .build())
        .create();

    // when
    destroyed(workspace);

    // then
    await().atMost(LIMIT).until(() -> controller.unproven() == 1);
    WorkspaceId witness = name("witness");
    destroyed(witness);
    awaitReceipt(witness);
    assertThat(confirmations(workspace)).isEmpty();

    // when
    client.rbac().clusterRoles().withName("leftover-of-" + workspace).delete();

    // then
    awaitReceipt(workspace);
  }

  @Test
  void doesNotConfirmWhileAnObjectOfACustomKindBesideNamespacesCarriesTheLabel() {
    // given a kind that was not there when the controller began
    WorkspaceId workspace = name("custom");
    String plural = "ledgers-" + workspace;
    String group = plural + ".example.com";
    CustomResourceDefinition definition = definition(plural, group);
    client.resource(definition).create();
    ResourceDefinitionContext kind =
        new ResourceDefinitionContext.Builder()
            .withGroup(group)
            .withVersion("v1")
            .withKind("Ledger")
            .withPlural(plural)
            .withNamespaced(false)
            .build();
    GenericKubernetesResource ledger =
        new GenericKubernetesResourceBuilder()
            .withApiVersion(group + "/v1")
            .withKind("Ledger")
            .withNewMetadata()
            .withName("left")
            .withLabels(labels(workspace, 1))
            .withFinalizers(FINALIZER)
            .endMetadata()
            .build();
    await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(() -> client.genericKubernetesResources(kind).resource(ledger).create() != null);
    client.genericKubernetesResources(kind).withName("left").delete();

    // when
    destroyed(workspace);

    // then it is said what holds it
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(log.commands(workspace))
                    .first()
                    .isInstanceOfSatisfying(
                        Command.ReportHeld.class,
                        report ->
                            assertThat(report.holdup().by())
                                .containsExactly(
                                    "Ledger/left (held by finalizer " + FINALIZER + ") left")));

    // when
    client
        .genericKubernetesResources(kind)
        .withName("left")
        .edit(
            held ->
                new GenericKubernetesResourceBuilder(held)
                    .editMetadata()
                    .withFinalizers()
                    .endMetadata()
                    .build());

    // then
    assertThat(awaitReceipt(workspace).proof().swept()).contains("Ledger." + group);
    client.resource(definition).delete();
  }

  private static CustomResourceDefinition definition(String plural, String group) {
    return new CustomResourceDefinitionBuilder()
        .withNewMetadata()
        .withName(plural + "." + group)
        .endMetadata()
        .withNewSpec()
        .withGroup(group)
        .withScope("Cluster")
        .withNewNames()
        .withKind("Ledger")
        .withPlural(plural)
        .endNames()
        .addNewVersion()
        .withName("v1")
        .withServed(true)
        .withStorage(true)
        .withNewSchema()
        .withNewOpenAPIV3Schema()
        .withType("object")
        .endOpenAPIV3Schema()
        .endSchema()
        .endVersion()
        .endSpec()
        .build();
  }

  @Test
  void aDeletionThatWasGivenUpIsAskedForAgain() {
    // given one that failed a while ago
    WorkspaceId workspace = name("given-up");
    log.append(workspace, created(1, FAR));
    log.append(workspace, deletionRequested());
    Instant failed = Instant.now().minusSeconds(58);

    // when
    log.append(workspace, new Event.GaveUp(3, Samples.FAILURE), failed);

    // then
    awaitCommands(workspace, 1);
    assertThat(log.commands(workspace).getFirst())
        .isEqualTo(
            new Command.Retry(
                new CommandId("renew-" + workspace + "-1-3"), workspace, "deletion-controller", 3));
  }

  @Test
  void confirmsThoughANamespaceOfSomebodyElseHasTheName() {
    // given a namespace that was there for as long as the cluster
    WorkspaceId workspace = new WorkspaceId("kube-public");
    Instant created =
        Instant.parse(
            client.namespaces().withName("kube-public").get().getMetadata().getCreationTimestamp());
    await().atMost(LIMIT).until(() -> Instant.now().isAfter(created.plusSeconds(7)));

    // when
    destroyed(workspace);

    // then
    assertThat(awaitReceipt(workspace).evidence().getFirst()).contains("is not the workspace's");
    assertThat(client.namespaces().withName("kube-public").get()).isNotNull();
  }

  @Test
  void doesNotTakeItsOwnNamespaceWithTheLabelTakenOffForSomebodyElses() {
    // given
    WorkspaceId workspace = name("stripped");
    log.append(workspace, created(1, FAR));
    namespace(workspace.value(), Map.of());

    // when
    log.append(workspace, deletionRequested());
    log.append(workspace, new Event.Destroyed(3));

    // then
    await().atMost(LIMIT).until(() -> controller.unproven() == 1);
    assertThat(confirmations(workspace)).isEmpty();
    client.namespaces().withName(workspace.value()).delete();
    awaitReceipt(workspace);
  }

  private static void destroyed(WorkspaceId workspace) {
    log.append(workspace, created(1, FAR));
    log.append(workspace, deletionRequested());
    log.append(workspace, new Event.Destroyed(3));
  }

  private static WorkspaceId name(String prefix) {
    return new WorkspaceId(cluster.uniqueName(prefix));
  }

  private static Map<String, String> labels(WorkspaceId workspace, int incarnation) {
    return Map.of(
        "helium.dev/workspace", workspace.value(),
        "helium.dev/incarnation", Integer.toString(incarnation));
  }

  private static void namespace(String name, Map<String, String> labels) {
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .withLabels(labels)
                .endMetadata()
                .build())
        .create();
  }

  private static void awaitCommands(WorkspaceId workspace, int count) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(log.commands(workspace)).hasSize(count));
  }

  private static Receipt awaitReceipt(WorkspaceId workspace) {
    await().atMost(LIMIT).until(() -> !confirmations(workspace).isEmpty());
    Command.ConfirmDeletion command = confirmations(workspace).getFirst();
    assertThat(command.id().value()).startsWith("confirm-" + workspace + "-1-");
    return command.receipt();
  }

  /** Beside them it may be said what held it. */
  private static List<Command.ConfirmDeletion> confirmations(WorkspaceId workspace) {
    return log.commands(workspace).stream()
        .filter(Command.ConfirmDeletion.class::isInstance)
        .map(Command.ConfirmDeletion.class::cast)
        .toList();
  }
}
