package dev.helium.provisioner;

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
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.Receipt;
import dev.helium.domain.RefusalReason;
import dev.helium.domain.SealedContent;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.CommandLog;
import dev.helium.log.EventTail;
import dev.helium.log.LogSettings;
import dev.helium.log.TopicAdministration;
import dev.helium.service.Environment;
import dev.helium.service.Health;
import dev.helium.service.ServiceContext;
import dev.helium.service.metrics.MetricTable;
import dev.helium.service.metrics.Scrape;
import dev.helium.service.metrics.ServiceMeters;
import dev.helium.wire.Sealing;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({ClusterExtension.class, BrokerExtension.class})
final class ProvisionerTest {
  static {
    // A thread of a client that was closed may end with an exception while something else is
    // awaited; that says nothing of it.
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
  }

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Queue<EventRecord> events = new ConcurrentLinkedQueue<>();
  private final ServiceMeters meters = new ServiceMeters("provisioner");
  @TempDir private Path directory;
  private TestBroker broker;
  private KubernetesClient kubernetes;
  private Vertx vertx;
  private LogSettings log;
  private CommandLog commands;
  private ProvisionerService provisioner;
  private Map<String, String> environment;
  private WorkspaceId id;

  @BeforeEach
  void start(TestCluster cluster, TestBroker empty) throws IOException {
    id = new WorkspaceId(cluster.uniqueName("provisioned"));
    broker = empty;
    kubernetes =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
            .build();
    Path passphrase = Files.writeString(directory.resolve("passphrase"), "correct horse");
    environment =
        Map.of(
            "HELIUM_KAFKA_BOOTSTRAP", broker.bootstrap(),
            "HELIUM_KUBECONFIG", cluster.kubeconfig().toString(),
            "HELIUM_STATE_DIRECTORY", directory.resolve("state").toString(),
            "HELIUM_SEALING_KEYS_FILE", directory.resolve("sealing.json").toString(),
            "HELIUM_PULUMI_PASSPHRASE_FILE", passphrase.toString());
    vertx = meters.vertx(new VertxOptions());
    log = new LogSettings(broker.bootstrap());
    done(TopicAdministration.ensure(vertx, log));
    commands = new CommandLog(vertx, log);
    EventTail tail =
        new EventTail(
            vertx,
            log,
            Map.of(),
            delivery -> {
              events.add(delivery.record());
              return Future.succeededFuture();
            });
    done(tail.start());
    provisioner = startProvisioner();
  }

  @AfterEach
  void stop() {
    done(provisioner.stop());
    done(vertx.close());
    kubernetes.close();
  }

  @Test
  void aWorkspaceIsMadeUpdatedDestroyedAndConfirmedGone() throws IOException {
    // when it is created
    append(create("c1", "replicas: 2"));
    // then its objects are there and its outputs are known
    Event.Provisioned made = awaitEvent(Event.Provisioned.class);
    assertThat(made.outputs()).containsEntry("K8sNamespace", id.value()).containsKey("PulumiURL");
    assertThat(web().getSpec().getReplicas()).isEqualTo(2);
    assertThat(web().getMetadata().getLabels())
        .containsEntry("helium.dev/workspace", id.value())
        .containsEntry("helium.dev/incarnation", "1");
    // when it is created again with other values
    append(create("c2", "replicas: 3"));
    await().atMost(LONGEST).until(() -> count(Event.Provisioned.class) == 2);
    assertThat(web().getSpec().getReplicas()).isEqualTo(3);
    // when it is deleted
    append(new Command.Delete(new CommandId("d"), id, "ada", new DeletionReason.Requested()));
    awaitEvent(Event.Destroyed.class);
    await().atMost(LONGEST).until(() -> kubernetes.namespaces().withName(id.value()).get() == null);
    // then nothing is left of it in files either, and the proof ends its life
    append(
        new Command.ConfirmDeletion(
            new CommandId("p"), id, new Receipt(1, List.of("looked"), Instant.now())));
    awaitEvent(Event.Deleted.class);
    assertThat(directory.resolve("state/uploads")).isEmptyDirectory();
    assertThat(directory.resolve("state/work")).isEmptyDirectory();
    assertThat(events)
        .extracting(EventRecord::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
    // and what was done is shown as the table of metrics says
    Scrape scrape = meters.scrape();
    assertThat(
            MetricTable.in(Path.of(System.getProperty("helium.root")))
                .differences("provisioner", scrape))
        .isEmpty();
    assertThat(scrape.sum("helium_deletions_total", Map.of("receipt", "complete"))).isEqualTo(1);
    assertThat(scrape.sum("helium_stage_seconds_count", Map.of("backend", "namespace")))
        .isEqualTo(1);
    assertThat(
            scrape.sum(
                "helium_provisioner_attempts_seconds_count",
                Map.of("backend", "namespace", "direction", "apply", "outcome", "succeeded")))
        .isEqualTo(2);
    assertThat(
            scrape.sum(
                "helium_engine_resources_seconds_count",
                Map.of("operation", "create", "outcome", "succeeded")))
        .isGreaterThan(2);
    assertThat(scrape.sum("helium_engine_runs_seconds_count", Map.of("operation", "destroy")))
        .isEqualTo(1);
  }

  @Test
  void whatHasExpiredIsMadeAgainFromItsRecord() throws IOException {
    // given one that has expired and is gone
    append(create("c1", "replicas: 2"));
    awaitEvent(Event.Provisioned.class);
    Instant expiry = awaitEvent(Event.Created.class).expiresAt();
    append(new Command.Delete(new CommandId("e"), id, "clock", new DeletionReason.Expired(expiry)));
    awaitEvent(Event.Destroyed.class);
    await().atMost(LONGEST).until(() -> kubernetes.namespaces().withName(id.value()).get() == null);
    append(
        new Command.ConfirmDeletion(
            new CommandId("p"), id, new Receipt(1, List.of("looked"), Instant.now())));
    awaitEvent(Event.Deleted.class);
    // when
    append(new Command.Revive(new CommandId("r"), id, "bob", new ExpiryRequest.Unspecified()));
    // then
    await().atMost(LONGEST).until(() -> count(Event.Provisioned.class) == 2);
    assertThat(web().getSpec().getReplicas()).isEqualTo(2);
    assertThat(web().getMetadata().getLabels()).containsEntry("helium.dev/incarnation", "2");
  }

  @Test
  void whatTurnsUpAfterTheEndOfALifeIsRemoved() throws IOException {
    // given a workspace that was proven gone
    append(create("c", ""));
    awaitEvent(Event.Provisioned.class);
    append(new Command.Delete(new CommandId("d"), id, "ada", new DeletionReason.Requested()));
    awaitEvent(Event.Destroyed.class);
    await().atMost(LONGEST).until(() -> kubernetes.namespaces().withName(id.value()).get() == null);
    append(
        new Command.ConfirmDeletion(
            new CommandId("p"), id, new Receipt(1, List.of("looked"), Instant.now())));
    awaitEvent(Event.Deleted.class);
    // and its namespace, back from somewhere, beside one of another life
    namespace(id.value(), "1");
    namespace(id.value() + "-other", "2");
    // when
    append(new Command.Delete(new CommandId("s"), id, "", new DeletionReason.Swept(1)));
    // then
    await().atMost(LONGEST).until(() -> count(Event.Destroyed.class) == 2);
    await().atMost(LONGEST).until(() -> kubernetes.namespaces().withName(id.value()).get() == null);
    assertThat(kubernetes.namespaces().withName(id.value() + "-other").get()).isNotNull();
  }

  @Test
  void whatSomebodyRemovedIsMadeAgainByARetry() throws IOException {
    // given a workspace whose namespace somebody removed
    append(create("c", "replicas: 2"));
    awaitEvent(Event.Provisioned.class);
    kubernetes.namespaces().withName(id.value()).delete();
    await().atMost(LONGEST).until(() -> kubernetes.namespaces().withName(id.value()).get() == null);
    append(
        new Command.ReportDrift(
            new CommandId("drift"), id, 1, "namespace " + id + " does not exist"));
    awaitEvent(Event.Drifted.class);
    // when
    append(new Command.Retry(new CommandId("rebuild"), id, "deletion-controller"));
    // then
    await().atMost(LONGEST).until(() -> count(Event.Provisioned.class) == 2);
    assertThat(web().getSpec().getReplicas()).isEqualTo(2);
    assertThat(web().getMetadata().getLabels()).containsEntry("helium.dev/incarnation", "1");
    // and it ends as any other
    append(new Command.Delete(new CommandId("d"), id, "ada", new DeletionReason.Requested()));
    awaitEvent(Event.Destroyed.class);
    await().atMost(LONGEST).until(() -> kubernetes.namespaces().withName(id.value()).get() == null);
  }

  @Test
  void whatNoBackendCanMakeIsRefusedBeforeAnythingIsMade() throws IOException {
    // when
    append(
        new Command.Create(
            new CommandId("c"),
            id,
            "ada",
            "no-such-backend",
            Map.of(),
            Map.of(),
            new ExpiryRequest.Unspecified()));
    // then
    Event.Refused unknown = awaitEvent(Event.Refused.class);
    assertThat(unknown.refusal().reason()).isEqualTo(RefusalReason.INVALID);
    assertThat(unknown.refusal().errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.field()).isEqualTo("backend");
              assertThat(error.rule()).startsWith("must be one of: ").contains("namespace");
            });
    // when
    append(create("d", "replicas: many"));
    // then
    await().atMost(LONGEST).until(() -> count(Event.Refused.class) == 2);
    // when
    append(
        new Command.Create(
            new CommandId("e"),
            id,
            "ada",
            "namespace",
            Map.of("clusterStack", "elsewhere"),
            Map.of(),
            new ExpiryRequest.Unspecified()));
    // then
    await().atMost(LONGEST).until(() -> count(Event.Refused.class) == 3);
    assertThat(directory.resolve("state/uploads")).doesNotExist();
    assertThat(kubernetes.namespaces().withName(id.value()).get()).isNull();
  }

  @Test
  void aProvisionerThatIsStartedAgainGoesOnWithWhatWasUnderWay() throws IOException {
    // given an attempt that was called for while no provisioner ran it to its end
    done(provisioner.stop());
    append(create("c", ""));
    // when
    provisioner = startProvisioner();
    // then
    awaitEvent(Event.Provisioned.class);
    // and what was decided before is not decided again by the next one
    done(provisioner.stop());
    provisioner = startProvisioner();
    append(new Command.Delete(new CommandId("d"), id, "ada", new DeletionReason.Requested()));
    awaitEvent(Event.Destroyed.class);
    assertThat(count(Event.Created.class)).isEqualTo(1);
    assertThat(count(Event.Provisioned.class)).isEqualTo(1);
  }

  private void namespace(String name, String incarnation) {
    kubernetes
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("helium.dev/workspace", id.value())
                .addToLabels("helium.dev/incarnation", incarnation)
                .endMetadata()
                .build())
        .create();
  }

  private ProvisionerService startProvisioner() {
    ProvisionerService service =
        new ProvisionerService(
            ProvisionerSettings.from(Environment.of(environment)), Clock.systemUTC());
    Health health = new Health();
    meters.show(health::isReady);
    done(service.start(new ServiceContext(vertx, health, meters.registry())));
    return service;
  }

  private Command create(String command, String values) throws IOException {
    SealedContent sealed =
        Sealing.open(directory.resolve("sealing.json"))
            .seal(id, values.getBytes(StandardCharsets.UTF_8));
    return new Command.Create(
        new CommandId(command),
        id,
        "ada",
        "namespace",
        Map.of(),
        Map.of("valuesYaml", sealed),
        new ExpiryRequest.Unspecified());
  }

  private Deployment web() {
    return kubernetes.apps().deployments().inNamespace(id.value()).withName("web").get();
  }

  private void append(Command command) {
    done(commands.append(command));
  }

  private <E extends Event> E awaitEvent(Class<E> type) {
    await().atMost(LONGEST).until(() -> count(type) > 0);
    return events.stream()
        .map(EventRecord::event)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  private long count(Class<? extends Event> type) {
    return events.stream().map(EventRecord::event).filter(type::isInstance).count();
  }

  private static <T> T done(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(90, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }
}
