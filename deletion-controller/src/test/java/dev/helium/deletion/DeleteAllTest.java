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
import dev.helium.deletion.clearance.ClearanceOrder;
import dev.helium.domain.Command;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.log.LogIdentity;
import dev.helium.log.LogSettings;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On a real broker: the whole control plane goes when that is ordered and confirmed. */
@ExtendWith({ClusterExtension.class, BrokerExtension.class})
final class DeleteAllTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Instant FAR = Instant.parse("2036-01-01T00:00:00Z");
  private static final WorkspaceId OLD = new WorkspaceId("old-one");
  private static final WorkspaceId YOUNG = new WorkspaceId("young-one");
  private static final WorkspaceId LEAVING = new WorkspaceId("leaving-one");
  private static final WorkspaceId TENANT = new WorkspaceId("tenant-one");
  private static final WorkspaceId LATER = new WorkspaceId("later-one");
  private static final WorkspaceId OVERDUE = new WorkspaceId("overdue-one");

  private TestBroker broker;
  private TestLog log;

  @BeforeEach
  void up(TestBroker empty) {
    broker = empty;
    log = new TestLog(broker.bootstrap());
    log.append(OLD, created(1, FAR));
    log.append(YOUNG, created(1, FAR));
    log.append(LEAVING, created(1, FAR));
    log.append(LEAVING, deletionRequested());
  }

  @AfterEach
  void down() {
    log.close();
  }

  @Test
  void everyWorkspaceThatWasThereGoesWhenTheKafkaClusterIsNamed(TestCluster cluster) {
    // given
    DeletionSettings confirmed = settings(cluster, kafkaCluster());

    // when
    try (RunningController controller = new RunningController(confirmed)) {
      await().atMost(LIMIT).until(() -> log.commands(YOUNG).size() == 1);
      await().atMost(LIMIT).until(() -> log.commands(OLD).size() == 1);
      log.append(LATER, created(1, FAR));
      log.append(OVERDUE, created(1, Instant.now()));

      // then
      await().atMost(LIMIT).until(() -> log.commands(OVERDUE).size() == 1);
      assertThat(log.commands(OLD).getFirst())
          .isInstanceOfSatisfying(
              Command.Delete.class,
              command -> {
                assertThat(command.id().value()).isEqualTo("clear-old-one-1");
                assertThat(command.reason()).isEqualTo(new DeletionReason.Requested());
                assertThat(command.requestedBy()).contains("told to delete all");
              });
      assertThat(log.commands(LEAVING)).isEmpty();
      assertThat(log.commands(LATER)).isEmpty();
      await().atMost(LIMIT).until(controller::isReady);
    }
  }

  @Test
  void tenantsGoBeforeTheirClusterAndWhatWasGivenUpIsAttemptedAgain(TestCluster cluster) {
    // given
    WorkspaceSpec inside =
        new WorkspaceSpec("namespace", Map.of("clusterStack", OLD.value()), Map.of());
    log.append(TENANT, new Event.Created(1, 1, inside, "me", FAR));
    log.append(LEAVING, new Event.GaveUp(3, Samples.FAILURE));

    // when
    try (RunningController controller = new RunningController(settings(cluster, kafkaCluster()))) {
      await().atMost(LIMIT).until(() -> log.commands(TENANT).size() == 1);
      await().atMost(LIMIT).until(() -> log.commands(YOUNG).size() == 1);
      await().atMost(LIMIT).until(() -> log.commands(LEAVING).size() == 1);

      // then
      assertThat(log.commands(LEAVING).getFirst())
          .isInstanceOfSatisfying(
              Command.Retry.class,
              command -> {
                assertThat(command.attempt()).isEqualTo(3);
                assertThat(command.requestedBy()).contains("told to delete all");
              });
      assertThat(log.commands(OLD)).isEmpty();

      // when
      log.append(TENANT, deletionRequested());
      log.append(TENANT, new Event.Destroyed(3));
      log.append(TENANT, deleted(1));

      // then
      await().atMost(LIMIT).until(() -> log.commands(OLD).size() == 1);
      await().atMost(LIMIT).until(controller::isReady);
    }
  }

  @Test
  void nothingGoesWithoutTheNameAndExpiriesAreStillActedOn(TestCluster cluster) {
    // given
    DeletionSettings unconfirmed = settings(cluster, "yes");

    // when
    try (RunningController controller = new RunningController(unconfirmed)) {
      await().atMost(LIMIT).until(controller::isReady);
      log.append(OVERDUE, created(1, Instant.now()));

      // then
      await().atMost(LIMIT).until(() -> log.commands(OVERDUE).size() == 1);
      assertThat(log.commands(OLD)).isEmpty();
      assertThat(log.commands(YOUNG)).isEmpty();
    }
  }

  private DeletionSettings settings(TestCluster cluster, String confirmation) {
    return new DeletionSettings(new LogSettings(broker.bootstrap()), cluster.kubeconfig())
        .withClearance(new ClearanceOrder(true, confirmation));
  }

  private String kafkaCluster() {
    Vertx vertx = Vertx.vertx();
    try {
      return TestLog.get(LogIdentity.read(vertx, new LogSettings(broker.bootstrap())));
    } finally {
      TestLog.get(vertx.close());
    }
  }
}
