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
import dev.helium.domain.CommandId;
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
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker, whose clock is the witness of the controller's. */
@ExtendWith({ClusterExtension.class, BrokerExtension.class})
final class RecurringTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Instant FAR = Instant.parse("2036-01-01T00:00:00Z");

  /** Long enough ago for a service that is slow to start, on whatever day that is. */
  private static final Duration AGO = Duration.ofMinutes(5);

  @TempDir Path directory;
  private final ZonedDateTime due = ZonedDateTime.now(ZoneOffset.UTC).minus(AGO);
  private final WorkspaceId first = name(due.minusDays(2));
  private final WorkspaceId second = name(due.minusDays(1));
  private final WorkspaceId third = name(due);
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
  void afterTwoNightsWithoutAnybodyTheLastOneIsMadeOnceAndReplacesTheOneBefore(TestCluster cluster)
      throws IOException {
    // given
    DeletionSettings settings =
        settings(
            cluster,
            "[{\"name\":\"nightly\",\"cron\":\"%d %d * * *\",\"backend\":\"namespace\"}]"
                .formatted(due.getMinute(), due.getHour()));
    ready(first, new CommandId("recur-" + first));

    // when
    try (RunningController _ = new RunningController(settings)) {
      // then
      await().atMost(LIMIT).until(() -> log.commands(third).size() == 1);
      assertThat(log.commands(third).getFirst()).isInstanceOf(Command.Create.class);
      assertThat(log.commands(second)).isEmpty();
      assertThat(log.commands(first)).isEmpty();
    }

    // when another one goes on
    ready(third, log.commands(third).getFirst().id());
    try (RunningController controller = new RunningController(settings)) {
      // then
      await().atMost(LIMIT).until(() -> log.commands(first).size() == 1);
      assertThat(log.commands(first).getFirst())
          .isInstanceOfSatisfying(
              Command.Delete.class,
              delete -> assertThat(delete.id().value()).isEqualTo("replaced-" + first + "-1"));
      await().atMost(LIMIT).until(() -> controller.isReady(RecurringLoop.CHECK));
      assertThat(log.commands(third)).hasSize(1);
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

  private static WorkspaceId name(ZonedDateTime due) {
    return new WorkspaceId("nightly-" + DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").format(due));
  }

  private void ready(WorkspaceId workspace, CommandId creation) {
    log.append(workspace, new Cause.Commanded(creation), Samples.created(1, FAR));
    log.append(
        new EventRecord(
            workspace,
            Source.STATUS_WATCHER,
            1,
            new Cause.Observed(),
            due.toInstant(),
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
