package dev.helium.log;

import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.wire.Encoded;
import dev.helium.wire.EventCodec;
import dev.helium.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The right to append one source's events to one partition, held until somebody else takes it: from
 * then on the broker refuses everything that comes from here, however late. What is appended
 * together is in the log whole or not at all.
 *
 * <p>Callers block, for at most some 20 s, and take turns. After any failure it is of no use any
 * more, because what became of the last append is not known: close it and take the partition again.
 *
 * <p>Built on Kafka's own producer, as the Vert.x one has no blocking form and this is never called
 * on an event loop.
 */
public final class PartitionLog implements AutoCloseable {
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

  private final EventCodec codec = new EventCodec();
  private final KafkaProducer<String, byte[]> producer;
  private final int partition;

  private PartitionLog(KafkaProducer<String, byte[]> producer, int partition) {
    this.producer = producer;
    this.partition = partition;
  }

  /**
   * Takes the partition from whoever had it; what that one had not finished has not happened.
   *
   * @param source whose events are appended: each has an owner of its own
   */
  public static PartitionLog take(LogSettings settings, Source source, int partition)
      throws LogUnavailableException {
    PartitionLog log =
        new PartitionLog(new KafkaProducer<>(settings.owner(source, partition)), partition);
    try {
      log.producer.initTransactions();
      return log;
    } catch (KafkaException failure) {
      log.close();
      throw Transactions.unavailable(failure);
    }
  }

  /** Returns when all are in the log, in this order. */
  public void append(List<Stamped> events) throws LogUnavailableException {
    transact(events.stream().map(this::record).toList());
  }

  /** Returns when the snapshots and their mark are in the log. */
  public void append(PartitionSnapshot snapshot) throws LogUnavailableException {
    transact(SnapshotRecords.of(snapshot, partition));
  }

  @Override
  public void close() {
    producer.close(LONGEST_CLOSE);
  }

  private void transact(List<ProducerRecord<String, byte[]>> records)
      throws LogUnavailableException {
    Transactions.within(
        () -> {
          producer.beginTransaction();
          List<RecordMetadata> places = Transactions.places(Transactions.send(producer, records));
          producer.commitTransaction();
          return places;
        });
  }

  private ProducerRecord<String, byte[]> record(Stamped event) {
    Encoded encoded = codec.encode(event.record());
    return record(
        Topics.EVENTS,
        partition,
        event.record().workspace().value(),
        encoded.body(),
        Stamps.headers(encoded, event.stamp()));
  }

  static ProducerRecord<String, byte[]> record(
      String topic, int partition, String key, byte[] body, Map<String, String> headers) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, partition, key, body);
    headers.forEach(
        (name, value) ->
            record.headers().add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
    return record;
  }

  /** An event and what its writer says beside it. */
  public record Stamped(EventRecord record, Stamp stamp) {}
}
