package dev.helium.gateway;

import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.Client.workspace;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.BrokerOptions;
import dev.helium.broker.KafkaBroker;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.EventLog;
import dev.helium.log.EventTail;
import dev.helium.log.LogSettings;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.PartitionLog;
import dev.helium.log.PartitionSnapshot;
import dev.helium.log.TopicAdministration;
import dev.helium.wire.Snapshot;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway with an empty map begins with what owners of partitions wrote down. */
class SnapshotStartTest {
  private static final int WORKSPACES = 24;
  private static final int EVENTS = 25;
  private static final int KEPT = 15;

  @TempDir private Path directory;
  private final Vertx vertx = Vertx.vertx();
  private KafkaBroker broker;
  private LogSettings settings;

  @BeforeEach
  void start() {
    broker = KafkaBroker.start(BrokerOptions.onAFreePort(directory.resolve("kafka")));
    settings = new LogSettings(broker.bootstrap());
    Futures.await(TopicAdministration.ensure(vertx, settings));
  }

  @AfterEach
  void stop() {
    Futures.await(vertx.close());
    broker.close();
  }

  @Test
  void whatItShowsIsWhatAFullReplayShows() throws LogUnavailableException {
    // given
    append(0, KEPT);
    Map<Integer, PartitionSnapshot> snapshots = snapshots();
    append(KEPT, EVENTS);
    List<String> replayed = shown();
    // when
    keep(snapshots, UnaryOperator.identity());
    // then
    assertThat(shown()).isEqualTo(replayed);
  }

  @Test
  void whatWasKeptIsNotReadFromTheLogAgain() throws LogUnavailableException {
    // given a snapshot that the log cannot have come to
    append(0, KEPT);
    keep(snapshots(), snapshot -> Snapshot.absent(snapshot.view().workspace().id()));
    // when
    try (TestGateway gateway = ready()) {
      // then
      assertThat(gateway.client().get(WORKSPACE + "/workspace-1").statusCode()).isEqualTo(404);
    }
  }

  private List<EventRecord> history(int index) {
    return BenchmarkHistory.of(new WorkspaceId("workspace-" + index), EVENTS);
  }

  private void append(int from, int to) {
    EventLog log = new EventLog(vertx, settings);
    List<Future<Void>> appended = new ArrayList<>();
    for (int number = from; number < to; number++) {
      for (int index = 0; index < WORKSPACES; index++) {
        appended.add(log.append(history(index).get(number)));
      }
    }
    Futures.await(Future.all(appended));
    Futures.await(log.close());
  }

  private Map<Integer, PartitionSnapshot> snapshots() {
    Map<Integer, PartitionSnapshot> snapshots = new HashMap<>();
    for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
      Map<WorkspaceId, Snapshot> folded = new HashMap<>();
      AtomicLong next = new AtomicLong();
      Futures.await(
          EventTail.replay(
              vertx,
              settings,
              Map.of(partition, 0L),
              delivery -> {
                folded.compute(
                    delivery.record().workspace(),
                    (id, known) ->
                        (known == null ? Snapshot.absent(id) : known)
                            .apply(delivery.record(), delivery.offset()));
                next.set(delivery.offset() + 1);
                return Future.succeededFuture();
              }));
      snapshots.put(partition, new PartitionSnapshot(1, next.get(), -1, folded));
    }
    return snapshots;
  }

  private void keep(Map<Integer, PartitionSnapshot> snapshots, UnaryOperator<Snapshot> change)
      throws LogUnavailableException {
    for (Map.Entry<Integer, PartitionSnapshot> each : snapshots.entrySet()) {
      PartitionSnapshot snapshot = each.getValue();
      Map<WorkspaceId, Snapshot> changed = new HashMap<>(snapshot.workspaces());
      changed.replaceAll((id, workspace) -> change.apply(workspace));
      try (PartitionLog log = PartitionLog.take(settings, Source.PROVISIONER, each.getKey())) {
        log.append(
            new PartitionSnapshot(snapshot.fence(), snapshot.next(), snapshot.decided(), changed));
      }
    }
  }

  private TestGateway ready() {
    TestGateway gateway = TestGateway.start(broker.bootstrap(), directory, Map.of());
    await().atMost(Duration.ofMinutes(1)).until(gateway.health::isReady);
    return gateway;
  }

  /** Every workspace with its events, from a map that was empty. */
  private List<String> shown() {
    try (TestGateway gateway = ready()) {
      Client client = gateway.client();
      List<String> all = new ArrayList<>();
      IntStream.range(0, WORKSPACES)
          .mapToObj(index -> WORKSPACE + "/workspace-" + index)
          .forEach(
              path -> {
                assertThat(workspace(client.get(path)).getString("CreatedBy")).isEqualTo("ada");
                assertThat(json(client.get(path + "/events")).getLong("Count")).isEqualTo(EVENTS);
                all.add(client.get(path).body());
                all.add(client.get(path + "/events?limit=500").body());
              });
      return all;
    }
  }
}
