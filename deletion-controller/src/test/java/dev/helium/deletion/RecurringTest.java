package dev.helium.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.deletion.recurring.RecurringLoop;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker, with a clock that the test moves. */
@ExtendWith({ClusterExtension.class, BrokerExtension.class})
final class RecurringTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Instant FAR = Instant.parse("2036-01-01T00:00:00Z");
  private static final WorkspaceId FIRST = new WorkspaceId("nightly-20260601-0300");
  private static final WorkspaceId SECOND = new WorkspaceId("nightly-20260602-0300");
  private static final WorkspaceId THIRD = new WorkspaceId("nightly-20260603-0300");

  @TempDir Path directory;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-06-01T02:59:00Z"));
  private final InstantSource clock = now::get;
  private TestBroker broker;
  private TestLog log;

  @BeforeEach
  void up(TestBroker empty) {
    broker = empty;
    log = new TestLog(broker.bootstrap());
  }

  @AfterEach
  void down() {
    log.close();
  }

  @Test
  void oneIsMadeEachNightAndReplacesTheOneBeforeAlsoAcrossARestart(TestCluster cluster)
      throws IOException {
    // given
    DeletionSettings settings =
        settings(
            cluster, "[{\"name\":\"nightly\",\"cron\":\"0 3 * * *\",\"backend\":\"namespace\"}]");

    // when
    try (RunningController controller = new RunningController(settings, clock)) {
      await().atMost(LIMIT).until(() -> controller.isReady(RecurringLoop.CHECK));
      now.set(Instant.parse("2026-06-01T03:00:00Z"));

      // then
      await().atMost(LIMIT).until(() -> log.commands(FIRST).size() == 1);
      assertThat(log.commands(FIRST).getFirst()).isInstanceOf(Command.Create.class);
      ready(FIRST);
    }

    // when two nights pass while nobody looks
    now.set(Instant.parse("2026-06-03T09:00:00Z"));
    try (RunningController controller = new RunningController(settings, clock)) {
      await().atMost(LIMIT).until(() -> log.commands(THIRD).size() == 1);
      assertThat(log.commands(SECOND)).isEmpty();
      assertThat(log.commands(FIRST)).hasSize(1);
      ready(THIRD);

      // then
      await().atMost(LIMIT).until(() -> log.commands(FIRST).size() == 2);
      assertThat(log.commands(FIRST).getLast())
          .isInstanceOfSatisfying(
              Command.Delete.class,
              delete -> assertThat(delete.id().value()).isEqualTo("replaced-" + FIRST + "-1"));
      await().atMost(LIMIT).until(() -> controller.isReady(RecurringLoop.CHECK));
    }
  }

  @Test
  void aFileThatBreaksRulesKeepsTheServiceFromStarting(TestCluster cluster) {
    assertThatThrownBy(() -> settings(cluster, "[{\"name\":\"nightly\"}]"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "HELIUM_RECURRING must name a file that keeps its rules: entry 1 (nightly): cron must")
        .hasMessageContaining("entry 1 (nightly): backend must");
  }

  private void ready(WorkspaceId workspace) {
    log.append(
        workspace,
        new Cause.Commanded(log.commands(workspace).getFirst().id()),
        Samples.created(1, FAR));
    log.append(
        new EventRecord(
            workspace,
            Source.STATUS_WATCHER,
            1,
            new Cause.Observed(),
            now.get(),
            new Event.ReadinessChanged(1, new Readiness.Ready())));
  }

  private DeletionSettings settings(TestCluster cluster, String recurring) throws IOException {
    return DeletionSettings.of(
        Environment.of(
            Map.of(
                "HELIUM_KAFKA_BOOTSTRAP",
                broker.bootstrap(),
                "HELIUM_KUBECONFIG",
                cluster.kubeconfig().toString(),
                "HELIUM_RECURRING",
                Files.writeString(directory.resolve("recurring.json"), recurring).toString())));
  }
}
