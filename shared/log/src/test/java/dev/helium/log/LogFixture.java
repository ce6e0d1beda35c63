package dev.helium.log;

import dev.helium.broker.KafkaBroker;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.wire.CommandCodec;
import dev.helium.wire.Encoded;
import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A real broker with the topics, and somebody who writes whatever they like into them. */
final class LogFixture implements AutoCloseable {
  static final WorkspaceId ID = new WorkspaceId("example");
  static final int PARTITION = CommandRecords.partition(bytes("example"));
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  final Vertx vertx = Vertx.vertx();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final LogSettings settings;
  private final Runnable end;
  private final LetterWriter writer;

  LogFixture(TestBroker broker) {
    this(broker.bootstrap(), () -> {});
  }

  /** On a broker of its own, which can be used beside that of all tests. */
  LogFixture(KafkaBroker broker) {
    this(broker.bootstrap(), broker::close);
  }

  private LogFixture(String bootstrap, Runnable end) {
    this.end = end;
    settings = new LogSettings(bootstrap);
    writer = new LetterWriter(settings);
    done(TopicAdministration.ensure(vertx, settings));
  }

  DeadLetters deadLetters() {
    return new DeadLetters(vertx, settings, "provisioner", InstantSource.fixed(NOW), meters);
  }

  DeadLetterBox box() {
    return new DeadLetterBox(settings, Duration.ofSeconds(30), InstantSource.fixed(NOW));
  }

  Letters letters() throws LogUnavailableException {
    try (DeadLetterBox box = box()) {
      return box.letters();
    }
  }

  /** Appends a record to the partition of its key, or to the first. */
  Place append(String topic, byte[] key, byte[] value, List<Header> headers)
      throws LogUnavailableException {
    return append(topic, key == null ? 0 : CommandRecords.partition(key), key, value, headers);
  }

  Place append(String topic, int partition, byte[] key, byte[] value, List<Header> headers)
      throws LogUnavailableException {
    return writer.write(
        new ProducerRecord<>(topic, partition, key, value, new RecordHeaders(headers)));
  }

  Place append(Command command) throws LogUnavailableException {
    Encoded encoded = new CommandCodec().encode(command);
    return append(
        Topics.COMMANDS,
        bytes(command.workspace().value()),
        encoded.body(),
        headers(encoded.headers()));
  }

  /** The record of a place, as a reader that takes keys for text sees it. */
  ConsumerRecord<String, byte[]> read(Place place) throws LogUnavailableException {
    try (LetterReader reader = new LetterReader(settings, Duration.ofSeconds(30))) {
      ConsumerRecord<byte[], byte[]> found =
          reader.at(place.inKafka(), place.offset()).orElseThrow();
      return new ConsumerRecord<>(
          found.topic(),
          found.partition(),
          found.offset(),
          found.timestamp(),
          found.timestampType(),
          found.serializedKeySize(),
          found.serializedValueSize(),
          found.key() == null ? null : new String(found.key(), StandardCharsets.UTF_8),
          found.value(),
          found.headers(),
          found.leaderEpoch());
    }
  }

  /** Puts the record of a place aside, as a reader that cannot read it does. */
  void putAside(DeadLetters deadLetters, Place place, UnreadableException why)
      throws LogUnavailableException {
    done(deadLetters.handle(new Unreadable(read(place), why)));
  }

  /** What a watcher says of the workspace, under that number. */
  static EventRecord event(long number) {
    return new EventRecord(
        ID,
        Source.STATUS_WATCHER,
        number,
        new Cause.Observed(),
        NOW,
        new Event.ReadinessChanged(1, new Readiness.Ready()));
  }

  static Command delete(String id) {
    return new Command.Delete(new CommandId(id), ID, "", new DeletionReason.Requested());
  }

  static List<Header> headers(Map<String, String> headers) {
    return headers.entrySet().stream()
        .<Header>map(header -> new RecordHeader(header.getKey(), bytes(header.getValue())))
        .toList();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static <T> T done(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }

  @Override
  public void close() {
    writer.close();
    done(vertx.close());
    end.run();
  }
}
