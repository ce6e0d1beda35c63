package dev.helium.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.BrokerOptions;
import dev.helium.broker.KafkaBroker;
import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.log.EventLog;
import dev.helium.log.LogSettings;
import dev.helium.log.Partitions;
import dev.helium.log.TopicAdministration;
import dev.helium.wire.EventOffsets;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is told of the past: of names of several lives, of long histories, of what cannot be read.
 */
final class StreamedHistoryTest {
  private static final String STREAM = "/v1/api/events?";
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Instant EXPIRY = Instant.parse("2036-12-31T00:00:00Z");
  private static final int DROPPED = 100;
  private static final int EVENTS = EventOffsets.MOST + DROPPED;
  private static final WorkspaceId HANDED_ON = new WorkspaceId("handed-on");
  private static final WorkspaceId LONG_LIVED = new WorkspaceId("long-lived");
  private static final WorkspaceId DAMAGED = new WorkspaceId("damaged");
  private static final WorkspaceId RELABELLED = new WorkspaceId("relabelled");

  /** In a partition without any of the others. */
  private static final WorkspaceId CUT_OFF =
      IntStream.range(0, 100)
          .mapToObj(number -> new WorkspaceId("cut-off-" + number))
          .filter(
              id ->
                  Stream.of(HANDED_ON, LONG_LIVED, DAMAGED, RELABELLED)
                      .noneMatch(other -> Partitions.of(other) == Partitions.of(id)))
          .findFirst()
          .orElseThrow();

  @TempDir static Path directory;
  private static final Vertx VERTX = Vertx.vertx();
  private static KafkaBroker broker;
  private static TestGateway gateway;
  private static Client client;

  @BeforeAll
  static void start() throws Exception {
    broker = KafkaBroker.start(BrokerOptions.onAFreePort(directory.resolve("kafka")));
    LogSettings settings = new LogSettings(broker.bootstrap());
    Futures.await(TopicAdministration.ensure(VERTX, settings));
    EventLog log = new EventLog(VERTX, settings);
    // One that nobody had, then ann's, then ben's.
    Futures.await(log.append(decided(HANDED_ON, 1, new Event.Unchanged())));
    Futures.await(log.append(decided(HANDED_ON, 2, created(1, "ann"))));
    Futures.await(log.append(seen(HANDED_ON, 1, 1)));
    Futures.await(log.append(decided(HANDED_ON, 3, created(2, "ben"))));
    Futures.await(log.append(seen(HANDED_ON, 2, 2)));
    // So long that its first events are only counted; ann's at first, then ben's.
    List<Future<Void>> appended = new ArrayList<>();
    appended.add(log.append(decided(LONG_LIVED, 1, created(1, "ann"))));
    appended.add(log.append(seen(LONG_LIVED, 1, 1)));
    appended.add(log.append(decided(LONG_LIVED, 2, created(2, "ben"))));
    for (int number = 2; number <= EVENTS - 2; number++) {
      appended.add(log.append(seen(LONG_LIVED, number, 2)));
    }
    Futures.await(Future.all(appended));
    Futures.await(log.append(decided(DAMAGED, 1, created(1, "ann"))));
    appendDamaged();
    Futures.await(log.append(seen(DAMAGED, 2, 1)));
    // First red, then blue.
    Futures.await(log.append(decided(RELABELLED, 1, created(1, "ann", labels("red")))));
    Futures.await(log.append(seen(RELABELLED, 1, 1)));
    Futures.await(
        log.append(decided(RELABELLED, 2, new Event.Updated(2, labels("blue"), "ann", EXPIRY))));
    Futures.await(log.append(seen(RELABELLED, 2, 1)));
    Futures.await(log.append(decided(CUT_OFF, 1, created(1, "ann"))));
    Futures.await(log.close());
    gateway = TestGateway.start(broker.bootstrap(), directory, Map.of("HELIUM_STREAM_KEPT", "16"));
    await().atMost(LONG).until(gateway.health::isReady);
    client = gateway.client();
  }

  private static void appendDamaged() throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(Topics.EVENTS, DAMAGED.value(), "[[".getBytes(UTF_8));
      Map.of(
              "ce_type", "dev.helium.workspace.readiness-changed.v1",
              "ce_subject", DAMAGED.value(),
              "ce_source", "/helium/status-watcher",
              "ce_sequence", "1")
          .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
      producer.send(record).get(60, TimeUnit.SECONDS);
    }
  }

  @AfterAll
  static void stop() {
    gateway.close();
    Futures.await(VERTX.close());
    broker.close();
  }

  @Test
  void eachEventBelongsToWhoHadTheNameThen() {
    try (StreamClient ann = listen("from=beginning&workspace=handed-on&owner=ann");
        StreamClient ben = listen("from=beginning&workspace=handed-on&owner=ben");
        StreamClient all = listen("from=beginning&workspace=handed-on")) {
      await().atMost(LONG).until(() -> all.count() == 5 && ben.count() == 2);
      await().atMost(LONG).until(() -> ann.count() == 2);
      assertThat(ann.ids())
          .containsExactly("handed-on/provisioner/2", "handed-on/status-watcher/1");
      assertThat(ben.ids())
          .containsExactly("handed-on/provisioner/3", "handed-on/status-watcher/2");
      assertThat(all.events()).extracting(event -> event.getLong("sequence")).isSorted();
    }
  }

  @Test
  void alsoWhereOneGoesOnInTheMiddle() {
    // given
    String middle;
    try (StreamClient all = listen("from=beginning&workspace=handed-on")) {
      await().atMost(LONG).until(() -> all.count() == 5);
      middle =
          all.blocks().stream()
              .filter(StreamClient.Block::isEvent)
              .map(StreamClient.Block::id)
              .toList()
              .get(1);
    }
    // when
    try (StreamClient ann = listen("workspace=handed-on&owner=ann&lastEventId=" + middle);
        StreamClient all = listen("workspace=handed-on&lastEventId=" + middle)) {
      // then
      await().atMost(LONG).until(() -> all.count() == 3 && ann.count() == 1);
      assertThat(ann.ids()).containsExactly("handed-on/status-watcher/1");
      assertThat(all.events().getFirst().getLong("sequence")).isEqualTo(3);
    }
  }

  @Test
  void eachEventHasTheLabelsThatItsWorkspaceHadThen() {
    // given
    String first;
    try (StreamClient red = listen("from=beginning&label=team%3Dred");
        StreamClient blue = listen("from=beginning&label=team%3Dblue");
        StreamClient all = listen("from=beginning&workspace=relabelled")) {
      // then
      await().until(() -> all.count() == 4 && red.count() == 2 && blue.count() == 2);
      assertThat(red.ids())
          .containsExactly("relabelled/provisioner/1", "relabelled/status-watcher/1");
      assertThat(blue.ids())
          .containsExactly("relabelled/provisioner/2", "relabelled/status-watcher/2");
      first =
          all.blocks().stream()
              .filter(StreamClient.Block::isEvent)
              .map(StreamClient.Block::id)
              .findFirst()
              .orElseThrow();
    }
    // and where one goes on in the middle
    try (StreamClient red = listen("workspace=relabelled&label=team%3Dred&lastEventId=" + first);
        StreamClient blue = listen("workspace=relabelled&label=team%3Dblue&lastEventId=" + first)) {
      await().until(() -> red.count() == 1 && blue.count() == 2);
      assertThat(red.ids()).containsExactly("relabelled/status-watcher/1");
    }
  }

  @Test
  void aLongHistoryIsNumberedAndOwnedFromItsBeginning() {
    try (StreamClient ann = listen("from=beginning&workspace=long-lived&owner=ann");
        StreamClient all = listen("from=beginning&workspace=long-lived")) {
      await().atMost(LONG).until(() -> all.count() == EVENTS);
      await().atMost(LONG).until(() -> ann.count() == 2);
      List<JsonObject> events = all.events();
      for (int number = 1; number <= EVENTS; number++) {
        assertThat(events.get(number - 1).getLong("sequence")).isEqualTo(number);
      }
    }
  }

  @Test
  void whatCannotBeReadIsSaidInItsPlaceAndEndsNothing() {
    try (StreamClient stream = listen("from=beginning&workspace=damaged")) {
      await().atMost(LONG).until(() -> stream.count() == 2);
      assertThat(stream.ids()).containsExactly("damaged/provisioner/1", "damaged/status-watcher/2");
      assertThat(stream.events().getLast().getLong("sequence")).isEqualTo(3);
      assertThat(stream.comments())
          .anyMatch(
              comment ->
                  comment.startsWith("the record at helium.events/")
                      && comment.endsWith("cannot be read (body); ./helium dead-letters shows it"));
    }
  }

  @Test
  void whatIsNotInTheLogAnyMoreIsGone() throws Exception {
    // given
    String old;
    try (StreamClient stream = listen("from=beginning&workspace=nobody")) {
      await().atMost(LONG).until(() -> !stream.lastId().isEmpty());
      old = stream.blocks().getFirst().id();
    }
    int partition = Partitions.of(CUT_OFF);
    // when
    try (Admin admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrap()))) {
      admin
          .deleteRecords(
              Map.of(new TopicPartition(Topics.EVENTS, partition), RecordsToDelete.beforeOffset(1)))
          .all()
          .get(60, TimeUnit.SECONDS);
    }
    HttpResponse<String> answer = client.get(STREAM + "lastEventId=" + old);
    // then
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(Client.json(answer).getString("detail"))
        .isEqualTo(
            "What follows this id is not in the log any more. Begin with from=beginning, with an"
                + " instant, or with from=now.");
  }

  private static StreamClient listen(String query) {
    return new StreamClient(client.request(STREAM + query));
  }

  private static EventRecord decided(WorkspaceId id, long sequence, Event event) {
    return new EventRecord(
        id,
        Source.PROVISIONER,
        sequence,
        new Cause.Commanded(new CommandId("c-" + id + "-" + sequence)),
        Instant.now(),
        event);
  }

  private static EventRecord seen(WorkspaceId id, long sequence, int incarnation) {
    return new EventRecord(
        id,
        Source.STATUS_WATCHER,
        sequence,
        new Cause.Observed(),
        Instant.now(),
        new Event.ReadinessChanged(
            incarnation, sequence % 2 == 0 ? new Readiness.Ready() : new Readiness.Unknown()));
  }

  private static Event created(int incarnation, String owner) {
    return created(incarnation, owner, new WorkspaceSpec("namespace", Map.of(), Map.of()));
  }

  private static Event created(int incarnation, String owner, WorkspaceSpec spec) {
    return new Event.Created(incarnation, incarnation, spec, owner, EXPIRY);
  }

  private static WorkspaceSpec labels(String team) {
    return new WorkspaceSpec("namespace", Map.of(), Map.of(), Map.of("team", team));
  }
}
