package dev.helium.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.PartitionLog.Stamped;
import dev.helium.wire.Encoded;
import dev.helium.wire.EventCodec;
import dev.helium.wire.Snapshot;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
final class PartitionLogTest {
  private static final WorkspaceId ID = new WorkspaceId("example");
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final AtomicInteger PARTITIONS = new AtomicInteger();

  private static Vertx vertx;
  private static LogSettings settings;

  private int partition;

  @BeforeAll
  static void start(TestBroker broker) {
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
    partition = PARTITIONS.getAndIncrement();
  }

  @Test
  void whatIsAppendedTogetherIsThereInOrderWithItsStamps() throws LogUnavailableException {
    // given
    try (PartitionLog log = PartitionLog.take(settings, Source.PROVISIONER, partition)) {
      // when
      log.append(
          List.of(
              new Stamped(event(1), new Stamp(4, 17)),
              new Stamped(event(2), Stamp.withoutCommand(4))));
    }
    // then
    List<Delivery> found = replay();
    assertThat(found).extracting(Delivery::record).containsExactly(event(1), event(2));
    assertThat(found)
        .extracting(Delivery::stamp)
        .containsExactly(new Stamp(4, 17), new Stamp(4, Stamp.NO_COMMAND));
  }

  @Test
  void whoeverTakesItLastKeepsEveryEarlierOwnerFromWriting() throws LogUnavailableException {
    // given
    PartitionLog first = PartitionLog.take(settings, Source.PROVISIONER, partition);
    first.append(List.of(stamped(1)));
    PartitionLog second = PartitionLog.take(settings, Source.PROVISIONER, partition);
    // when
    assertThatThrownBy(() -> first.append(List.of(stamped(2))))
        .isInstanceOf(FencedException.class)
        .hasMessage("the partition has another owner now");
    second.append(List.of(stamped(3)));
    // then
    assertThat(replay()).extracting(Delivery::record).containsExactly(event(1), event(3));
    first.close();
    second.close();
  }

  @Test
  void whatADeadOwnerHadNotFinishedHasNeverHappened() throws Exception {
    // given an owner that died between sending and committing
    try (KafkaProducer<String, byte[]> dead =
        new KafkaProducer<>(settings.owner(Source.PROVISIONER, partition))) {
      dead.initTransactions();
      dead.beginTransaction();
      Encoded encoded = new EventCodec().encode(event(1));
      dead.send(
              PartitionLog.record(
                  Topics.EVENTS, partition, ID.value(), encoded.body(), encoded.headers()))
          .get();
      // when
      try (PartitionLog next = PartitionLog.take(settings, Source.PROVISIONER, partition)) {
        next.append(List.of(stamped(2)));
      }
      // then
      assertThat(replay()).extracting(Delivery::record).containsExactly(event(2));
    }
  }

  @Test
  void whatIsCommittedBehindATransactionUnderWayIsReadWhenThatIsDecided() throws Exception {
    // given
    try (KafkaProducer<String, byte[]> paused =
        new KafkaProducer<>(settings.owner(Source.PROVISIONER, partition))) {
      paused.initTransactions();
      paused.beginTransaction();
      Encoded encoded = new EventCodec().encode(event(1));
      paused
          .send(
              PartitionLog.record(
                  Topics.EVENTS, partition, ID.value(), encoded.body(), encoded.headers()))
          .get();
      try (PartitionLog log = PartitionLog.take(settings, Source.STATUS_WATCHER, partition)) {
        log.append(List.of(stamped(2)));
      }
      // when
      List<EventRecord> found = new ArrayList<>();
      Future<Void> replayed =
          EventTail.replay(
              vertx,
              settings,
              Map.of(partition, 0L),
              delivery -> {
                found.add(delivery.record());
                return Future.succeededFuture();
              });
      paused.abortTransaction();
      done(replayed);
      // then
      assertThat(found).containsExactly(event(2));
    }
  }

  @Test
  void aSnapshotIsTheNewestOfEachWorkspaceAndTheNewestMark() throws LogUnavailableException {
    // given
    WorkspaceId other = new WorkspaceId("other");
    Snapshot old = Snapshot.absent(ID).apply(event(1), 3);
    Snapshot newer = old.apply(event(2), 5);
    try (PartitionLog log = PartitionLog.take(settings, Source.PROVISIONER, partition)) {
      // when
      log.append(new PartitionSnapshot(1, 4, 9, Map.of(ID, old, other, Snapshot.absent(other))));
      log.append(new PartitionSnapshot(2, 6, 11, Map.of(ID, newer)));
    }
    // then
    assertThat(done(Snapshots.read(vertx, settings, partition)))
        .isEqualTo(
            new PartitionSnapshot(2, 6, 11, Map.of(ID, newer, other, Snapshot.absent(other))));
  }

  @Test
  void aPartitionWithoutASnapshotBeginsAtItsBeginning() {
    assertThat(done(Snapshots.read(vertx, settings, partition))).isEqualTo(PartitionSnapshot.NONE);
  }

  @Test
  void aSnapshotThatCannotBeReadCountsAsNoneButForItsFence() throws Exception {
    // given
    try (PartitionLog log = PartitionLog.take(settings, Source.PROVISIONER, partition)) {
      log.append(new PartitionSnapshot(7, 4, 9, Map.of(ID, Snapshot.absent(ID))));
    }
    // when
    try (KafkaProducer<String, byte[]> raw =
        new KafkaProducer<>(Map.<String, Object>copyOf(settings.producer()))) {
      raw.send(
              new ProducerRecord<>(
                  Topics.SNAPSHOTS,
                  partition,
                  ID.value(),
                  "nonsense".getBytes(StandardCharsets.UTF_8)))
          .get();
    }
    // then
    assertThat(done(Snapshots.read(vertx, settings, partition)))
        .isEqualTo(new PartitionSnapshot(7, 0, Stamp.NO_COMMAND, Map.of()));
  }

  private List<Delivery> replay() {
    List<Delivery> found = new ArrayList<>();
    done(
        EventTail.replay(
            vertx,
            settings,
            Map.of(partition, 0L),
            delivery -> {
              found.add(delivery);
              return Future.succeededFuture();
            }));
    return found;
  }

  private static Stamped stamped(long sequence) {
    return new Stamped(event(sequence), Stamp.withoutCommand(1));
  }

  private static EventRecord event(long sequence) {
    return new EventRecord(
        ID,
        Source.PROVISIONER,
        sequence,
        new Cause.Commanded(new CommandId("c" + sequence)),
        NOW,
        new Event.Unchanged());
  }

  private static <T> T done(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }
}
