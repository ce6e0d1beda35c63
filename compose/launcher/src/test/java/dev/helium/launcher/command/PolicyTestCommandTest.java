package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.launcher.stub.TypedCommands;
import dev.helium.log.CommandLog;
import dev.helium.log.EventLog;
import dev.helium.log.LogSettings;
import dev.helium.log.TopicAdministration;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker, with a past as a gateway and a provisioner write it. */
@ExtendWith(BrokerExtension.class)
class PolicyTestCommandTest {
  private static final Instant MONDAY = Instant.parse("2026-06-01T10:00:00Z");
  private static final Instant NEXT_MONDAY = Instant.parse("2026-06-08T10:00:00Z");
  private static final WorkspaceId DEMO = new WorkspaceId("demo");

  @RegisterExtension final TypedCommands typed = new TypedCommands();

  @TempDir Path directory;
  private TestBroker broker;
  private Vertx vertx;

  @BeforeEach
  void start(TestBroker empty) {
    broker = empty;
    vertx = Vertx.vertx();
    done(TopicAdministration.ensure(vertx, settings()));
    typed.with("HELIUM_KAFKA_BOOTSTRAP", broker.bootstrap());
  }

  @AfterEach
  void stop() {
    done(vertx.close());
  }

  @Test
  void saysWhoWouldHaveBeenReapedWhenAndTheHoursSaved() throws IOException {
    // given
    aWeekOfDemo();

    // when
    int code = typed.run("policy-test", policy("{\"defaultDays\":1}"));

    // then
    assertThat(typed.errors()).isEmpty();
    assertThat(code).isZero();
    assertThat(typed.output().lines())
        .containsExactly(
            "NAME  LIFE  OWNER  BEGAN                 ENDED                 WOULD HAVE ENDED     "
                + " HOURS SAVED",
            "demo  1     ann    2026-06-01T10:00:00Z  2026-06-08T10:00:00Z  2026-06-02T00:00:00Z "
                + " 154.0",
            "",
            "1 lives: 0 refused, 1 reaped earlier, 0 later, the others as they were.",
            "Hours saved: 154.0; hours added: 0.0.");

    // when
    typed.forget();
    typed.run("policy-test", policy("{\"defaultDays\":1}"), "-o", "json");

    // then
    JsonNode document = new ObjectMapper().readTree(typed.output());
    assertThat(document.path("SecondsSaved").asLong()).isEqualTo(154 * 3_600);
    assertThat(document.path("Different").path(0).path("Verdict").asText()).isEqualTo("earlier");
    assertThat(document.path("Different").path(0).path("WouldHaveEnded").asText())
        .isEqualTo("2026-06-02T00:00:00Z");
  }

  @Test
  void saysThatNothingWouldHaveDiffered() throws IOException {
    // given
    aWeekOfDemo();

    // when
    typed.run("policy-test", policy("{\"defaultDays\":30}"));

    // then
    assertThat(typed.output().lines())
        .containsExactly(
            "1 lives: 0 refused, 0 reaped earlier, 0 later, the others as they were.",
            "Hours saved: 0.0; hours added: 0.0.");
  }

  @Test
  void refusesAFileThatBreaksRules() throws IOException {
    assertThat(typed.run("policy-test", policy("{\"defaultDays\":0}"))).isEqualTo(2);
    assertThat(typed.errors()).contains("must be a whole number between 1 and 90");
  }

  /** Without an expiry of its own, and deleted by somebody after a week. */
  private void aWeekOfDemo() {
    CommandLog commands = new CommandLog(vertx, settings());
    EventLog events = new EventLog(vertx, settings());
    done(
        commands.append(
            new Command.Create(
                new CommandId("c-1"),
                DEMO,
                "ann",
                "namespace",
                Map.of(),
                Map.of(),
                new ExpiryRequest.Unspecified())));
    WorkspaceSpec spec = new WorkspaceSpec("namespace", Map.of(), Map.of());
    done(
        events.append(record(1, "c-1", MONDAY, new Event.Created(1, 1, spec, "ann", NEXT_MONDAY))));
    done(
        events.append(
            record(
                2,
                "c-2",
                NEXT_MONDAY,
                new Event.DeletionRequested(2, new DeletionReason.Requested(), "ann"))));
    done(commands.close());
    done(events.close());
  }

  private static EventRecord record(long sequence, String command, Instant at, Event event) {
    return new EventRecord(
        DEMO, Source.PROVISIONER, sequence, new Cause.Commanded(new CommandId(command)), at, event);
  }

  private String policy(String text) throws IOException {
    return Files.writeString(directory.resolve("policy.json"), text).toString();
  }

  private LogSettings settings() {
    return new LogSettings(broker.bootstrap());
  }

  private static <T> T done(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }
}
