package dev.helium.deletion;

import static dev.helium.deletion.Samples.created;
import static dev.helium.deletion.Samples.deletionRequested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.domain.Command;
import dev.helium.domain.Event;
import dev.helium.domain.WorkspaceId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two controllers, each in a process of its own. */
@ExtendWith({ClusterExtension.class, BrokerExtension.class})
final class SharingTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** So many that each controller has some. */
  private static final int WORKSPACES = 40;

  @TempDir Path directory;
  private TestCluster cluster;
  private TestBroker broker;
  private TestLog log;
  private ControllerProcess one;
  private ControllerProcess other;

  @BeforeEach
  void up(TestCluster shared, TestBroker empty) {
    cluster = shared;
    broker = empty;
    log = new TestLog(broker.bootstrap());
    one = start("one");
    other = start("other");
    await().atMost(LIMIT).until(() -> one.isReady() && other.isReady());
    await().atMost(LIMIT).until(() -> one.partitions() == 6 && other.partitions() == 6);
  }

  @AfterEach
  void down() {
    one.kill();
    other.kill();
    log.close();
  }

  @Test
  void eachActsForItsOwnAndTheOtherGoesOnWithThoseOfOneThatDied() {
    // given
    List<WorkspaceId> shared = workspaces("shared");
    // when
    expire(shared);
    // then nobody was asked for twice
    awaitExpired(shared);
    shared.forEach(workspace -> assertThat(log.commands(workspace)).hasSize(1));

    // when
    List<WorkspaceId> orphaned = workspaces("orphaned");
    one.kill();
    expire(orphaned);
    // then
    awaitExpired(orphaned);
    await().atMost(LIMIT).until(() -> other.partitions() == 12);
  }

  @Test
  void oneThatWasPausedBeyondItsSessionDoesNothingTwiceWhenItWakes() {
    // given
    List<WorkspaceId> workspaces = workspaces("paused");
    one.pause();
    expire(workspaces);
    awaitExpired(workspaces);
    await().atMost(LIMIT).until(() -> other.partitions() == 12);
    workspaces.forEach(workspace -> log.append(workspace, deletionRequested()));
    workspaces.forEach(workspace -> log.append(workspace, new Event.Destroyed(3)));
    // when
    one.goOn();
    // then
    workspaces.forEach(
        workspace ->
            await()
                .atMost(LIMIT)
                .until(
                    () ->
                        log.commands(workspace).stream()
                            .anyMatch(Command.ConfirmDeletion.class::isInstance)));
    await().atMost(LIMIT).until(() -> one.partitions() == 6 && other.partitions() == 6);
    workspaces.forEach(
        workspace ->
            assertThat(log.decided())
                .filteredOn(id -> id.value().contains("-" + workspace + "-"))
                .hasSize(2));
  }

  private List<WorkspaceId> workspaces(String prefix) {
    return IntStream.range(0, WORKSPACES)
        .mapToObj(index -> new WorkspaceId(cluster.uniqueName(prefix)))
        .toList();
  }

  private void expire(List<WorkspaceId> workspaces) {
    Instant past = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
    workspaces.forEach(workspace -> log.append(workspace, created(1, past)));
  }

  private void awaitExpired(List<WorkspaceId> workspaces) {
    workspaces.forEach(
        workspace ->
            await()
                .atMost(LIMIT)
                .untilAsserted(
                    () ->
                        assertThat(log.commands(workspace))
                            .first()
                            .isInstanceOf(Command.Delete.class)));
  }

  private ControllerProcess start(String instance) {
    return ControllerProcess.start(
        broker.bootstrap(), cluster.kubeconfig(), directory.resolve(instance + ".log"), instance);
  }
}
