package dev.helium.provisioner.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Decider;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.RetryPolicy;
import dev.helium.domain.Step;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.CommandBatch.Received;
import dev.helium.log.Delivery;
import dev.helium.log.EventTail;
import dev.helium.log.LogSettings;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.PartitionSnapshot;
import dev.helium.log.Snapshots;
import dev.helium.log.TopicAdministration;
import dev.helium.service.tracing.Tracing;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
final class PartitionTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final WorkspaceId BLUE = new WorkspaceId("blue");
  private static final WorkspaceId GREEN = new WorkspaceId("green");
  private static final RetryPolicy ONCE =
      new RetryPolicy(1, Duration.ofSeconds(1), Duration.ofSeconds(1));
  private static final AtomicInteger PARTITIONS = new AtomicInteger();

  private static final TraceParent REQUEST =
      new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  private static final TraceParent ATTEMPT =
      new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b8-01");
  private static TestBroker broker;
  private static Vertx vertx;
  private static LogSettings settings;

  private final Decider decider =
      new Decider(new ExpiryPolicy(ZoneOffset.UTC, 1, 90), ONCE, ONCE, ignored -> List.of());
  private int number;

  @BeforeAll
  static void start(TestBroker empty) {
    broker = empty;
    vertx = Vertx.vertx();
    settings = new LogSettings(broker.bootstrap());
    done(TopicAdministration.ensure(vertx, settings));
  }

  @AfterAll
  static void stop() {
    done(vertx.close());
  }

  @BeforeEach
  void useAPartitionOfItsOwn() {
    number = PARTITIONS.getAndIncrement();
  }

  @Test
  void commandsAreDecidedTogetherEachOnWhatTheOnesBeforeItLeft() throws LogUnavailableException {
    // given
    RecordingConsequences consequences = new RecordingConsequences();
    Partition partition = take(consequences);
    // when
    partition.decide(
        List.of(
            received(0, create("c1", BLUE)),
            received(1, delete("c2", BLUE)),
            received(2, create("c3", BLUE)),
            received(3, create("c4", GREEN))));
    // then
    assertThat(events())
        .extracting(record -> record.event().getClass().getSimpleName())
        .containsExactly("Created", "DeletionRequested", "Refused", "Created");
    assertThat(log())
        .extracting(each -> each.stamp().commandOffset())
        .containsExactly(0L, 1L, 2L, 3L);
    assertThat(consequences.due()).containsOnlyKeys(BLUE, GREEN);
    assertThat(consequences.due().get(BLUE).attempt()).isEqualTo(2);
    partition.give();
  }

  @Test
  void whatComesAgainAfterATakeoverDecidesNothing() throws LogUnavailableException {
    // given
    Partition first = take(new RecordingConsequences());
    List<Received> batch =
        List.of(received(0, create("c1", BLUE)), received(1, delete("c2", BLUE)));
    first.decide(batch);
    List<EventRecord> before = events();
    // when another owner gets the same commands, the last one with a new one
    RecordingConsequences consequences = new RecordingConsequences();
    Partition second = take(consequences);
    second.decide(batch);
    second.decide(List.of(batch.getLast(), received(2, create("c3", GREEN))));
    // then
    assertThat(events()).hasSize(3).startsWith(before.toArray(EventRecord[]::new));
    // and what was under way is known to it
    assertThat(consequences.due().get(BLUE).lifecycle()).isInstanceOf(Lifecycle.Destroying.class);
    second.give();
    first.give();
  }

  @Test
  void anOwnerThatWakesLateChangesNothing() throws LogUnavailableException {
    // given an owner in the middle of an attempt, and another one that took over
    RecordingConsequences consequences = new RecordingConsequences();
    Partition first = take(consequences);
    first.decide(List.of(received(0, create("c1", BLUE))));
    Partition second = take(new RecordingConsequences());
    List<EventRecord> before = events();
    // when
    first.report(BLUE, new AttemptReport.Applied(1, Map.of()), TraceParent.NONE);
    // then
    assertThat(first.isOver()).isTrue();
    assertThatThrownBy(() -> first.decide(List.of(received(1, delete("c2", BLUE)))))
        .isInstanceOf(LogUnavailableException.class);
    assertThat(events()).isEqualTo(before);
    // and the new one hears from its own attempt
    second.report(BLUE, new AttemptReport.Applied(1, Map.of()), TraceParent.NONE);
    assertThat(events().getLast().event()).isInstanceOf(Event.Provisioned.class);
    second.give();
    first.give();
  }

  @Test
  void eachOwnershipHasAHigherNumberThanAllBeforeIt() throws LogUnavailableException {
    // given owners that decided nothing
    Partition first = take(new RecordingConsequences());
    first.give();
    Partition second = take(new RecordingConsequences());
    // then
    assertThat(first.fence()).isEqualTo("partition-" + number + ":1");
    assertThat(second.fence()).isEqualTo("partition-" + number + ":2");
    second.give();
  }

  @Test
  void afterManyEventsASnapshotTakesThePlaceOfReadingThemAll() throws LogUnavailableException {
    // given
    Partition first = take(new RecordingConsequences());
    first.decide(
        List.of(
            new Received(create("c1", BLUE), 0, REQUEST, Instant.EPOCH),
            received(1, create("c2", GREEN))));
    for (int step = 1; step <= Snapshotting.EVENTS; step++) {
      first.report(
          BLUE,
          new AttemptReport.Progressed(1, List.of(new Step("create", "Pod/" + step))),
          TraceParent.NONE);
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> snapshot().next() > Snapshotting.EVENTS / 2);
    first.report(BLUE, new AttemptReport.Applied(1, Map.of()), TraceParent.NONE);
    first.give();
    // when
    RecordingConsequences consequences = new RecordingConsequences();
    Partition second = take(consequences);
    // then it knows what the whole log says
    assertThat(consequences.due()).isEqualTo(folded());
    assertThat(second.decided()).isEqualTo(1);
    assertThat(snapshot().workspaces()).containsOnlyKeys(BLUE, GREEN);
    // and what is under way is still part of its trace
    assertThat(second.trail(BLUE).decision()).isEqualTo(REQUEST);
    second.give();
  }

  @Test
  void whatIsToBeKeptForADecisionIsKeptBeforeItIsWritten() throws LogUnavailableException {
    // given
    RecordingConsequences consequences = new RecordingConsequences();
    Partition partition = take(consequences);
    consequences.refuseToKeep();
    // when
    assertThatThrownBy(() -> partition.decide(List.of(received(0, create("c1", BLUE)))))
        .hasMessage("nothing can be kept");
    // then nothing was decided, and it can be tried again
    assertThat(events()).isEmpty();
    consequences.keepAgain();
    partition.decide(List.of(received(0, create("c1", BLUE))));
    assertThat(events()).hasSize(1);
    partition.give();
  }

  @Test
  void whatIsUnderWayGoesOnInItsTraceWhoeverOwnsIt() throws LogUnavailableException {
    // given an attempt that has reported something
    Partition first = take(new RecordingConsequences());
    first.decide(List.of(new Received(create("c1", BLUE), 0, REQUEST, Instant.EPOCH)));
    first.report(
        BLUE, new AttemptReport.Progressed(1, List.of(new Step("create", "Pod/web"))), ATTEMPT);
    // when
    Partition second = take(new RecordingConsequences());
    // then
    assertThat(second.trail(BLUE)).isEqualTo(new Trail(REQUEST, ATTEMPT));
    assertThat(log()).extracting(each -> each.stamp().trace()).containsExactly(REQUEST, ATTEMPT);
    // when something else is asked for, of which nobody traces anything
    second.decide(List.of(received(1, delete("c2", BLUE))));
    // then
    assertThat(second.trail(BLUE)).isEqualTo(Trail.NONE);
    second.give();
    first.give();
  }

  private Partition take(Consequences consequences) throws LogUnavailableException {
    return Partition.take(
        vertx,
        settings,
        number,
        ignored -> Future.succeededFuture(),
        decider,
        consequences,
        InstantSource.fixed(NOW),
        Tracing.off());
  }

  private PartitionSnapshot snapshot() {
    return done(Snapshots.read(vertx, settings, number));
  }

  private Map<WorkspaceId, Workspace> folded() {
    PartitionFold fold = new PartitionFold(PartitionSnapshot.NONE);
    log().forEach(fold::take);
    return fold.workspaces();
  }

  private List<EventRecord> events() {
    return log().stream().map(Delivery::record).toList();
  }

  private List<Delivery> log() {
    List<Delivery> found = new ArrayList<>();
    done(
        EventTail.replay(
            vertx,
            settings,
            Map.of(number, 0L),
            delivery -> {
              found.add(delivery);
              return Future.succeededFuture();
            }));
    return found;
  }

  private static Received received(long offset, Command command) {
    return new Received(command, offset);
  }

  private static Command create(String id, WorkspaceId workspace) {
    return new Command.Create(
        new CommandId(id),
        workspace,
        "ada",
        "namespace",
        Map.of(),
        Map.of(),
        new ExpiryRequest.Unspecified());
  }

  private static Command delete(String id, WorkspaceId workspace) {
    return new Command.Delete(new CommandId(id), workspace, "ada", new DeletionReason.Requested());
  }

  private static <T> T done(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }
}
