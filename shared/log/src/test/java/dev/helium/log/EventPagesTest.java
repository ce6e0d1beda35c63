package dev.helium.log;

import static dev.helium.log.LogFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.broker.BrokerOptions;
import dev.helium.broker.KafkaBroker;
import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.Cause;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.Step;
import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerExtension.class)
final class EventPagesTest {
  private static final int EVENTS = 2_500;
  private static final int NAMES = 30;

  private static LogFixture log;
  private static EventPages pages;

  @BeforeAll
  static void start(TestBroker broker) throws Exception {
    log = new LogFixture(broker);
    pages = new EventPages(log.vertx, log.settings);
    EventLog events = new EventLog(log.vertx, log.settings);
    List<Future<Void>> appended = new ArrayList<>();
    for (int index = 0; index < EVENTS; index++) {
      appended.add(events.append(event("name-" + index % NAMES, 1 + index / NAMES)));
    }
    done(Future.all(appended));
    log.append(Topics.EVENTS, LogFixture.bytes("name-1"), LogFixture.bytes("[["), List.of());
    neverCommitted();
    done(events.append(event("name-2", 1_000)));
    done(events.close());
  }

  private static void neverCommitted() {
    int partition = Partitions.of(new WorkspaceId("name-2"));
    try (KafkaProducer<String, byte[]> owner =
        new KafkaProducer<>(log.settings.owner(Source.PROVISIONER, partition))) {
      owner.initTransactions();
      owner.beginTransaction();
      assertThat(owner.send(new ProducerRecord<>(Topics.EVENTS, "name-2", new byte[] {1})))
          .isNotNull();
      owner.abortTransaction();
    }
  }

  @AfterAll
  static void stop() {
    done(pages.close());
    log.close();
  }

  @Test
  void pageByPageEverythingIsRead() {
    // given
    EventBounds bounds = done(pages.bounds());
    // when
    List<EventEntry> read = readAll(bounds.beginnings(), bounds.ends());
    // then
    assertThat(read.stream().filter(Delivery.class::isInstance)).hasSize(EVENTS + 1);
    assertThat(read.stream().filter(Unreadable.class::isInstance)).hasSize(1);
    read.stream()
        .collect(Collectors.groupingBy(EventEntry::partition))
        .values()
        .forEach(entries -> assertThat(entries).extracting(EventEntry::offset).isSorted());
  }

  @Test
  void onlyThePartitionsThatAreNamedAreReadAndFromTheOffsetsThatAreNamed() {
    // given
    int partition = Partitions.of(new WorkspaceId("name-3"));
    EventBounds bounds = done(pages.bounds());
    long from = bounds.ends().get(partition) - 10;
    // when
    List<EventEntry> read =
        readAll(Map.of(partition, from), Map.of(partition, bounds.ends().get(partition)));
    // then
    assertThat(read).isNotEmpty().extracting(EventEntry::partition).containsOnly(partition);
    assertThat(read.getFirst().offset()).isEqualTo(from);
  }

  @Test
  void whereNothingIsLeftToReadNothingIsWaitedFor() {
    // given
    Map<Integer, Long> ends = done(pages.bounds()).ends();
    // then
    assertThat(done(pages.read(ends, ends)).entries()).isEmpty();
    assertThat(done(pages.read(Map.of(), Map.of())).next()).isEmpty();
  }

  @Test
  void whatWasDeletedIsSaidToBeGone(@TempDir Path elsewhere) throws Exception {
    // given
    try (LogFixture other =
            new LogFixture(KafkaBroker.start(BrokerOptions.onAFreePort(elsewhere)));
        Admin admin = Admin.create(new HashMap<String, Object>(other.settings.administration()))) {
      EventLog events = new EventLog(other.vertx, other.settings);
      for (int number = 1; number <= 10; number++) {
        done(events.append(event("name-7", number)));
      }
      int partition = Partitions.of(new WorkspaceId("name-7"));
      TopicPartition deleted = new TopicPartition(Topics.EVENTS, partition);
      admin.deleteRecords(Map.of(deleted, RecordsToDelete.beforeOffset(6))).all().get();
      EventPages remaining = new EventPages(other.vertx, other.settings);
      // when
      Future<EventPage> gone = remaining.read(Map.of(partition, 5L), Map.of(partition, 10L));
      EventPage there = done(remaining.read(Map.of(partition, 6L), Map.of(partition, 10L)));
      done(gone.otherwiseEmpty());
      // then
      assertThat(gone.cause()).isInstanceOf(EventsGoneException.class);
      assertThat(there.entries()).hasSize(4);
      assertThat(done(remaining.bounds()).beginnings()).containsEntry(partition, 6L);
      done(remaining.close());
      done(events.close());
    }
  }

  @Test
  void manyReadAtOnceAndEachHasItsOwn() {
    // given
    EventBounds bounds = done(pages.bounds());
    List<Integer> partitions =
        IntStream.range(0, NAMES)
            .mapToObj(name -> Partitions.of(new WorkspaceId("name-" + name)))
            .distinct()
            .toList();
    // when
    List<Future<EventPage>> reads =
        partitions.stream()
            .map(
                partition ->
                    pages.read(Map.of(partition, bounds.ends().get(partition) - 5), bounds.ends()))
            .toList();
    done(Future.all(reads));
    // then
    for (int read = 0; read < reads.size(); read++) {
      assertThat(reads.get(read).result().entries())
          .extracting(EventEntry::partition)
          .containsOnly(partitions.get(read));
    }
  }

  @Test
  void aLogThatDoesNotAnswerIsSaidToBeUnavailable() {
    // given
    EventPages unreachable = new EventPages(log.vertx, new LogSettings("127.0.0.1:1"));
    // when
    Future<EventBounds> bounds = unreachable.bounds();
    done(bounds.otherwiseEmpty());
    // then
    assertThat(bounds.cause()).isInstanceOf(LogUnavailableException.class);
    done(unreachable.close());
  }

  private static List<EventEntry> readAll(Map<Integer, Long> from, Map<Integer, Long> until) {
    List<EventEntry> read = new ArrayList<>();
    Map<Integer, Long> next = new HashMap<>(from);
    while (next.entrySet().stream().anyMatch(each -> each.getValue() < until.get(each.getKey()))) {
      EventPage page = done(pages.read(next, until));
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(PageReader.MOST_ENTRIES);
      read.addAll(page.entries());
      next.putAll(page.next());
    }
    return read;
  }

  private static EventRecord event(String name, int number) {
    return new EventRecord(
        new WorkspaceId(name),
        Source.PROVISIONER,
        number,
        new Cause.Observed(),
        LogFixture.NOW,
        new Event.Progressed(number, List.of(new Step("create", "x".repeat(number % 50 * 40)))));
  }
}
