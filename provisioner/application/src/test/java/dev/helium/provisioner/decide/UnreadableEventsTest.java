package dev.helium.provisioner.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Decider;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.RetryPolicy;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.CommandBatch.Received;
import dev.helium.log.DeadLetter;
import dev.helium.log.DeadLetterBox;
import dev.helium.log.DeadLetters;
import dev.helium.log.EventTail;
import dev.helium.log.LogSettings;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.TopicAdministration;
import dev.helium.service.tracing.Tracing;
import dev.helium.wire.EventCodec;
import dev.helium.wire.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
final class UnreadableEventsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final WorkspaceId BLUE = new WorkspaceId("blue");
  private static final int NUMBER = 5;
  private static final RetryPolicy ONCE =
      new RetryPolicy(1, Duration.ofSeconds(1), Duration.ofSeconds(1));

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Decider decider =
      new Decider(new ExpiryPolicy(ZoneOffset.UTC, 1, 90), ONCE, ONCE, ignored -> List.of());
  private TestBroker broker;
  private Vertx vertx;
  private LogSettings settings;
  private DeadLetters deadLetters;

  @BeforeEach
  void start(TestBroker empty) {
    broker = empty;
    vertx = Vertx.vertx();
    settings = new LogSettings(broker.bootstrap());
    done(TopicAdministration.ensure(vertx, settings));
    deadLetters = new DeadLetters(vertx, settings, "provisioner", InstantSource.fixed(NOW), meters);
  }

  @AfterEach
  void stop() {
    done(deadLetters.close());
    done(vertx.close());
  }

  @Test
  void anEventOfANewerOwnerKeepsItsNumberAndItsCommandAndIsPutAsideOnce() throws Exception {
    // given
    Partition first = take();
    first.decide(List.of(new Received(create("c1"), 0)));
    first.give();
    write(2, Map.of("ce_type", "dev.helium.workspace.paused.v1", "ce_commandoffset", "1"));
    // when
    Partition second = take();
    second.decide(List.of(new Received(delete("c2"), 1)));
    second.decide(List.of(new Received(delete("c3"), 2)));
    second.give();
    take().give();
    // then
    assertThat(events()).extracting(EventRecord::sequence).containsExactly(1L, 3L);
    assertThat(events().getLast().cause()).isEqualTo(new Cause.Commanded(new CommandId("c3")));
    List<DeadLetter> letters = letters();
    assertThat(letters).hasSize(1);
    assertThat(letters.getFirst().place().topic()).isEqualTo(Topics.EVENTS);
    assertThat(letters.getFirst().reason()).isEqualTo("the type is not one that is known here");
    assertThat(meters.get("helium.dead.letters").tag("kind", "type").tag("topic", Topics.EVENTS))
        .extracting(search -> search.counter().count())
        .isEqualTo(1.0);
  }

  @Test
  void anEventThatCannotBeTheNextOneIsPutAsideAndChangesNothing() throws Exception {
    // given
    Partition first = take();
    first.decide(List.of(new Received(create("c1"), 0)));
    first.give();
    write(99, Map.of("ce_type", "nonsense", "ce_commandoffset", "999", "ce_fence", "999"));
    // when
    Partition second = take();
    second.decide(List.of(new Received(delete("c2"), 1)));
    second.give();
    // then
    assertThat(second.fence()).isEqualTo("partition-5:2");
    assertThat(events()).extracting(EventRecord::sequence).containsExactly(1L, 2L);
    assertThat(letters()).hasSize(1);
  }

  private Partition take() throws LogUnavailableException {
    return Partition.take(
        vertx,
        settings,
        NUMBER,
        deadLetters,
        decider,
        new RecordingConsequences(),
        InstantSource.fixed(NOW),
        Tracing.off());
  }

  /** Appends what nobody here can read, as an event of that number. */
  private void write(long sequence, Map<String, String> changed) throws Exception {
    EventRecord event =
        new EventRecord(
            BLUE,
            Source.PROVISIONER,
            sequence,
            new Cause.Commanded(new CommandId("c2")),
            NOW,
            new Event.Unchanged());
    Map<String, String> headers = new HashMap<>(new EventCodec().encode(event).headers());
    headers.putAll(changed);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.EVENTS, NUMBER, BLUE.value(), new byte[] {'{', '}'});
    headers.forEach(
        (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get(60, TimeUnit.SECONDS);
    }
  }

  private List<EventRecord> events() {
    List<EventRecord> found = new ArrayList<>();
    done(
        EventTail.replay(
            vertx,
            settings,
            Map.of(NUMBER, 0L),
            delivery -> {
              found.add(delivery.record());
              return Future.succeededFuture();
            }));
    return found;
  }

  private List<DeadLetter> letters() throws LogUnavailableException {
    try (DeadLetterBox box =
        new DeadLetterBox(settings, Duration.ofSeconds(30), InstantSource.fixed(NOW))) {
      return box.letters().all();
    }
  }

  private static Command create(String id) {
    return new Command.Create(
        new CommandId(id),
        BLUE,
        "ada",
        "namespace",
        Map.of(),
        Map.of(),
        new ExpiryRequest.Unspecified());
  }

  private static Command delete(String id) {
    return new Command.Delete(new CommandId(id), BLUE, "ada", new DeletionReason.Requested());
  }

  private static <T> T done(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }
}
