package dev.helium.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.Cause;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.Step;
import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Encoded;
import dev.helium.wire.EventCodec;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
final class EventArchiveTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final WorkspaceId OFTEN = new WorkspaceId("often");
  private static final int EVENTS = 4_000;

  private static Vertx vertx;
  private static LogSettings settings;
  private static EventArchive archive;

  /** In the same partition as the workspace that is read; of few of its events. */
  private static WorkspaceId rare;

  private static final List<Delivery> ALL = new ArrayList<>();

  @BeforeAll
  static void start(TestBroker broker) {
    vertx = Vertx.vertx();
    settings = new LogSettings(broker.bootstrap());
    archive = new EventArchive(vertx, settings);
    done(TopicAdministration.ensure(vertx, settings));
    rare =
        IntStream.range(0, 1_000)
            .mapToObj(index -> new WorkspaceId("rare-" + index))
            .filter(id -> Partitions.of(id) == Partitions.of(OFTEN))
            .findFirst()
            .orElseThrow();
    fill();
    done(
        EventTail.replay(
            vertx,
            settings,
            Map.of(Partitions.of(OFTEN), 0L),
            delivery -> {
              ALL.add(delivery);
              return Future.succeededFuture();
            }));
  }

  /** Small and large events of two workspaces, and some that were never committed. */
  private static void fill() {
    EventLog log = new EventLog(vertx, settings);
    Random random = new Random(7);
    List<Future<Void>> appended = new ArrayList<>();
    for (int index = 1; index <= EVENTS; index++) {
      appended.add(log.append(event(random.nextInt(100) == 0 ? rare : OFTEN, index)));
      if (index % 1_000 == 0) {
        done(Future.all(appended));
        neverCommitted();
      }
    }
    done(Future.all(appended));
    done(log.close());
  }

  private static void neverCommitted() {
    try (KafkaProducer<String, byte[]> owner =
        new KafkaProducer<>(settings.owner(Source.PROVISIONER, Partitions.of(OFTEN)))) {
      owner.initTransactions();
      owner.beginTransaction();
      Encoded encoded = new EventCodec().encode(event(OFTEN, 99_999));
      assertThat(owner.send(new ProducerRecord<>(Topics.EVENTS, OFTEN.value(), encoded.body())))
          .isNotNull();
      owner.abortTransaction();
    }
  }

  @AfterAll
  static void stop() {
    done(archive.close());
    done(vertx.close());
  }

  @Test
  void theProducersPutAWorkspaceIntoThePartitionThatIsLookedInto() {
    assertThat(ALL).hasSize(EVENTS);
  }

  @Test
  void eventsFarFromEachOtherAreFound() {
    // given
    List<Delivery> wanted = of(rare);
    // then
    assertThat(wanted).hasSizeGreaterThan(10);
    assertThat(read(rare, offsets(wanted))).isEqualTo(wanted);
  }

  @Test
  void eventsNearToEachOtherAreFound() {
    // given
    List<Delivery> wanted = of(OFTEN).subList(700, 1_200);
    // then
    assertThat(read(OFTEN, offsets(wanted))).isEqualTo(wanted);
  }

  @Test
  void someOfManyAreFound() {
    // given
    Random random = new Random(8);
    List<Delivery> wanted =
        of(OFTEN).stream().filter(ignored -> random.nextInt(60) == 0).limit(40).toList();
    // then
    assertThat(read(OFTEN, offsets(wanted))).isEqualTo(wanted);
  }

  @Test
  void whatIsNotOfTheWorkspaceAndWhatIsNotThereIsLeftOut() {
    // given
    Delivery own = of(OFTEN).getLast();
    long theirs = of(rare).getFirst().offset();
    // then
    assertThat(read(OFTEN, List.of(theirs, own.offset(), own.offset() + 1_000_000)))
        .containsExactly(own);
    assertThat(read(OFTEN, List.of())).isEmpty();
  }

  @Test
  void aPartitionIsReadStretchByStretchToItsEnd() {
    // given
    int partition = Partitions.of(OFTEN);
    List<Delivery> found = new ArrayList<>();
    long next = 0;
    // when
    Stretch stretch = done(archive.stretch(partition, next, 300));
    while (stretch.next() > next) {
      assertThat(stretch.events()).hasSizeLessThanOrEqualTo(300);
      found.addAll(stretch.events());
      next = stretch.next();
      stretch = done(archive.stretch(partition, next, 300));
    }
    // then
    assertThat(found).isEqualTo(ALL);
    assertThat(stretch.events()).isEmpty();
    assertThat(done(archive.stretch(partition, ALL.get(7).offset(), 1)).events())
        .containsExactly(ALL.get(7));
  }

  @Test
  void partitionsHaveAFirstRecordOfATimeOrEndBeforeIt() {
    // given
    int partition = Partitions.of(OFTEN);
    Map<Integer, Long> ends = done(TopicEnds.ofEvents(vertx, settings));
    // then
    assertThat(done(archive.firstAt(Instant.EPOCH))).containsEntry(partition, 0L).hasSize(12);
    assertThat(done(archive.firstAt(Instant.now().plusSeconds(3_600))).get(partition))
        .isBetween(ALL.getLast().offset() + 1, ends.get(partition));
  }

  @Test
  void manyReadAtOnceAndTooManyAreRefused() {
    // given
    List<Delivery> wanted = of(OFTEN).subList(0, 100);
    // when
    List<Future<List<Delivery>>> reads =
        IntStream.range(0, 200).mapToObj(each -> archive.read(OFTEN, offsets(wanted))).toList();
    done(Future.join(reads).otherwiseEmpty());
    // then
    assertThat(reads.stream().filter(Future::succeeded)).hasSizeBetween(64, 199);
    assertThat(reads.stream().filter(Future::succeeded).map(Future::result))
        .allMatch(wanted::equals);
    assertThat(reads.stream().filter(Future::failed).map(Future::cause))
        .allMatch(LogUnavailableException.class::isInstance);
    assertThat(read(OFTEN, offsets(wanted))).isEqualTo(wanted);
  }

  @Test
  void aLogThatDoesNotAnswerIsSaidToBeUnavailable() {
    // given
    EventArchive unreachable = new EventArchive(vertx, new LogSettings("127.0.0.1:1"));
    // when
    Future<List<Delivery>> read = unreachable.read(OFTEN, List.of(0L));
    done(read.otherwiseEmpty());
    // then
    assertThat(read.cause()).isInstanceOf(LogUnavailableException.class);
    done(unreachable.close());
  }

  private static List<Delivery> of(WorkspaceId id) {
    return ALL.stream().filter(delivery -> delivery.record().workspace().equals(id)).toList();
  }

  private static List<Long> offsets(List<Delivery> deliveries) {
    return deliveries.stream().map(Delivery::offset).toList();
  }

  private static List<Delivery> read(WorkspaceId id, List<Long> offsets) {
    return done(archive.read(id, offsets));
  }

  private static EventRecord event(WorkspaceId id, int number) {
    String resource = "x".repeat(number % 50 == 0 ? 20_000 : 20);
    return new EventRecord(
        id,
        Source.PROVISIONER,
        number,
        new Cause.Observed(),
        NOW,
        new Event.Progressed(number, List.of(new Step("create", resource))));
  }

  private static <T> T done(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }
}
