package dev.helium.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Encoded;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.kafka.admin.KafkaAdminClient;
import io.vertx.kafka.admin.NewTopic;
import io.vertx.kafka.client.consumer.KafkaConsumer;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
final class LogTest {
  private static final WorkspaceId ID = new WorkspaceId("example");
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Vertx vertx;
  private LogSettings settings;

  @BeforeEach
  void start(TestBroker broker) {
    vertx = Vertx.vertx();
    settings = new LogSettings(broker.bootstrap());
  }

  @AfterEach
  void stop() {
    done(vertx.close());
  }

  @Test
  void topicsAreMadeOnceAndFoundInOrderAfterwards() {
    // when two services start at once, and another one later
    done(
        Future.all(
            TopicAdministration.ensure(vertx, settings),
            TopicAdministration.ensure(vertx, settings)));
    done(TopicAdministration.ensure(vertx, settings));
    // then
    KafkaAdminClient admin = KafkaAdminClient.create(vertx, settings.administration());
    assertThat(done(admin.listTopics()))
        .contains(Topics.COMMANDS, Topics.EVENTS, Topics.DEAD_LETTERS);
    done(admin.close());
  }

  @Test
  void aTopicThatWouldLoseRecordsIsRefusedByNameAndSetting() {
    // given
    KafkaAdminClient admin = KafkaAdminClient.create(vertx, settings.administration());
    done(
        admin.createTopics(
            List.of(
                new NewTopic(Topics.EVENTS, 3, (short) 1)
                    .setConfig(Map.of("cleanup.policy", "compact")))));
    done(admin.close());
    // then
    assertThatThrownBy(() -> done(TopicAdministration.ensure(vertx, settings)))
        .hasMessageContaining("helium.events has 3 partitions instead of 12")
        .hasMessageContaining("helium.events has cleanup.policy=compact instead of delete")
        .hasMessageContaining("helium.events has max.message.bytes=1048588 instead of 2097152");
  }

  @Test
  void aTailSeesWhatWasThereThenWhatComesInTheOrderOfItsWorkspace() {
    // given
    done(TopicAdministration.ensure(vertx, settings));
    EventLog events = new EventLog(vertx, settings);
    LongStream.rangeClosed(1, 50).forEach(sequence -> done(events.append(record(sequence))));
    Queue<Long> seen = new ConcurrentLinkedQueue<>();
    // when
    EventTail tail = new EventTail(vertx, settings, Map.of(), noting(seen));
    done(tail.start());
    done(tail.caughtUp());
    List<Long> atOnce = List.copyOf(seen);
    done(events.append(record(51)));
    // then
    assertThat(atOnce).containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
    await().atMost(Duration.ofSeconds(60)).until(() -> seen.contains(51L));
    done(tail.close());
    done(events.close());
  }

  @Test
  void aTailGoesOnFromTheOffsetsItIsGiven() {
    // given
    done(TopicAdministration.ensure(vertx, settings));
    EventLog events = new EventLog(vertx, settings);
    LongStream.rangeClosed(1, 3).forEach(sequence -> done(events.append(record(sequence))));
    List<Delivery> all = new ArrayList<>();
    done(EventTail.replay(vertx, settings, allPartitions(), collecting(all)));
    Delivery second = all.get(1);
    Queue<Long> seen = new ConcurrentLinkedQueue<>();
    // when
    EventTail tail =
        new EventTail(vertx, settings, Map.of(second.partition(), second.offset()), noting(seen));
    done(tail.start());
    done(tail.caughtUp());
    // then
    assertThat(seen).containsExactly(2L, 3L);
    done(tail.close());
    done(events.close());
  }

  @Test
  void aCommandThatFailedComesAgainAndNoneIsPassedOver() {
    // given
    done(TopicAdministration.ensure(vertx, settings));
    CommandLog commands = new CommandLog(vertx, settings);
    List.of("one", "two", "three").forEach(id -> done(commands.append(delete(id))));
    Queue<String> handled = new ConcurrentLinkedQueue<>();
    AtomicInteger failures = new AtomicInteger();
    // when
    CommandSubscription subscription =
        new CommandSubscription(
            vertx,
            settings,
            "test",
            handler(
                command -> {
                  if (command.id().value().equals("two") && failures.getAndIncrement() < 2) {
                    return Future.failedFuture("the log does not answer");
                  }
                  if (!handled.contains(command.id().value())) {
                    handled.add(command.id().value());
                  }
                  return Future.succeededFuture();
                }));
    done(subscription.start());
    // then
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(handled).containsExactly("one", "two", "three"));
    done(subscription.close());
    done(commands.close());
  }

  @Test
  void aRecordThatIsTriedAgainAndAgainIsAStandstill() {
    // given
    done(TopicAdministration.ensure(vertx, settings));
    CommandLog commands = new CommandLog(vertx, settings);
    done(commands.append(delete("c1")));
    AtomicInteger tries = new AtomicInteger();
    // when
    CommandSubscription subscription =
        new CommandSubscription(
            vertx,
            settings,
            "test",
            handler(
                command -> {
                  tries.incrementAndGet();
                  return Future.failedFuture("not today");
                }));
    done(subscription.start());
    await().atMost(LONGEST).until(() -> tries.get() > 3);
    // then
    Duration standstill = subscription.standstill();
    assertThat(standstill).isGreaterThan(Duration.ofSeconds(1));
    done(subscription.close());
    done(commands.close());
  }

  @Test
  void whatIsNotHandledIsTheLagOfItsReader() {
    // given
    done(TopicAdministration.ensure(vertx, settings));
    EventLog events = new EventLog(vertx, settings);
    LongStream.rangeClosed(1, 20).forEach(sequence -> done(events.append(record(sequence))));
    CommandLog commands = new CommandLog(vertx, settings);
    LongStream.rangeClosed(1, 30).forEach(number -> done(commands.append(delete("c" + number))));
    Promise<Void> mayGoOn = Promise.promise();
    // when
    EventTail tail =
        new EventTail(vertx, settings, Map.of(), delivery -> mayGoOn.future().mapEmpty());
    CommandSubscription subscription =
        new CommandSubscription(vertx, settings, "test", handler(command -> mayGoOn.future()));
    assertThat(tail.lag() + subscription.lag()).isZero();
    done(tail.start());
    done(subscription.start());
    // then
    await().atMost(LONGEST).untilAsserted(() -> assertThat(tail.lag()).isEqualTo(20));
    await().atMost(LONGEST).untilAsserted(() -> assertThat(subscription.lag()).isEqualTo(30));
    await().atMost(LONGEST).untilAsserted(() -> assertThat(tail.standstill()).isPositive());
    await().atMost(LONGEST).untilAsserted(() -> assertThat(subscription.standstill()).isPositive());
    // when
    mayGoOn.complete();
    // then
    await().atMost(LONGEST).untilAsserted(() -> assertThat(tail.lag()).isZero());
    await().atMost(LONGEST).untilAsserted(() -> assertThat(subscription.lag()).isZero());
    await().atMost(LONGEST).untilAsserted(() -> assertThat(tail.standstill()).isZero());
    await().atMost(LONGEST).untilAsserted(() -> assertThat(subscription.standstill()).isZero());
    done(tail.close());
    done(subscription.close());
    done(commands.close());
    done(events.close());
  }

  @Test
  void whatWasHandledIsNotHandledAgainByTheNextOwner() {
    // given
    done(TopicAdministration.ensure(vertx, settings));
    CommandLog commands = new CommandLog(vertx, settings);
    done(commands.append(delete("before")));
    Queue<String> first = new ConcurrentLinkedQueue<>();
    CommandSubscription owner =
        new CommandSubscription(vertx, settings, "test", handler(remembering(first)));
    done(owner.start());
    await().atMost(Duration.ofSeconds(60)).until(() -> first.contains("before"));
    done(owner.close());
    // when
    done(commands.append(delete("after")));
    Queue<String> second = new ConcurrentLinkedQueue<>();
    CommandSubscription next =
        new CommandSubscription(vertx, settings, "test", handler(remembering(second)));
    done(next.start());
    // then
    await().atMost(Duration.ofSeconds(60)).until(() -> second.contains("after"));
    assertThat(second).containsExactly("after");
    done(next.close());
    done(commands.close());
  }

  @Test
  void aCommandThatCannotBeReadIsPutAsideAndTheNextOneIsHandled() {
    // given
    done(TopicAdministration.ensure(vertx, settings));
    Appender raw = new Appender(vertx, settings, Topics.COMMANDS);
    done(raw.append(ID, new Encoded(Map.of(), "nonsense".getBytes(StandardCharsets.UTF_8))));
    CommandLog commands = new CommandLog(vertx, settings);
    done(commands.append(delete("good")));
    Queue<String> handled = new ConcurrentLinkedQueue<>();
    CommandSubscription subscription =
        new CommandSubscription(vertx, settings, "test", handler(remembering(handled)));
    // when
    done(subscription.start());
    await().atMost(Duration.ofSeconds(60)).until(() -> handled.contains("good"));
    // then
    KafkaConsumerRecord<String, byte[]> letter = deadLetter();
    assertThat(letter.value()).isEqualTo("nonsense".getBytes(StandardCharsets.UTF_8));
    assertThat(Records.encoded(letter).headers())
        .containsEntry("helium_topic", "helium.commands")
        .containsEntry("helium_offset", "0")
        .containsEntry("helium_reason", "the header ce_type is missing");
    done(subscription.close());
    done(raw.close());
    done(commands.close());
  }

  private KafkaConsumerRecord<String, byte[]> deadLetter() {
    KafkaConsumer<String, byte[]> consumer = KafkaConsumer.create(vertx, settings.reader());
    Queue<KafkaConsumerRecord<String, byte[]>> letters = new ConcurrentLinkedQueue<>();
    consumer.handler(letters::add);
    done(consumer.assign(LogSettings.partitions(Topics.DEAD_LETTERS)));
    await().atMost(Duration.ofSeconds(60)).until(() -> !letters.isEmpty());
    done(consumer.close());
    return letters.remove();
  }

  private static EventRecord record(long sequence) {
    return new EventRecord(
        ID, Source.PROVISIONER, sequence, new Cause.Observed(), NOW, new Event.Unchanged());
  }

  private static Command delete(String id) {
    return new Command.Delete(new CommandId(id), ID, "", new DeletionReason.Requested());
  }

  private static EventHandler noting(Queue<Long> seen) {
    return delivery -> {
      seen.add(delivery.record().sequence());
      return Future.succeededFuture();
    };
  }

  private static EventHandler collecting(List<Delivery> all) {
    return delivery -> {
      all.add(delivery);
      return Future.succeededFuture();
    };
  }

  private interface Handling {
    Future<Void> handle(Command command);
  }

  private static Handling remembering(Queue<String> handled) {
    return command -> {
      handled.add(command.id().value());
      return Future.succeededFuture();
    };
  }

  private static CommandHandler handler(Handling handling) {
    return new CommandHandler() {
      private final Set<Integer> owned = ConcurrentHashMap.newKeySet();

      @Override
      public Future<Void> take(int partition) {
        owned.add(partition);
        return Future.succeededFuture();
      }

      @Override
      public boolean owns(int partition) {
        return owned.contains(partition);
      }

      @Override
      public void give(int partition) {
        owned.remove(partition);
      }

      @Override
      public Future<Void> handle(CommandBatch batch) {
        return batch.commands().stream()
            .reduce(
                Future.<Void>succeededFuture(),
                (before, each) -> before.compose(ignored -> handling.handle(each.command())),
                (left, right) -> right);
      }
    };
  }

  private static Set<Integer> allPartitions() {
    return Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  }

  private static <T> T done(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }
}
