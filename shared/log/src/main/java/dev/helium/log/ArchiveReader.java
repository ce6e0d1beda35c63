package dev.helium.log;

import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Encoded;
import dev.helium.wire.EventCodec;
import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer that goes from offset to offset. Blocks, and is used by one thread at a time. After
 * a failure it is of no use any more.
 *
 * <p>Built on Kafka's own consumer: the Vert.x one has no blocking form.
 */
final class ArchiveReader implements ReaderPool.Reader {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveReader.class);

  /** Offsets this near to each other are read in one go: they fit into one answer or two. */
  private static final long NEAR = 200;

  private static final int BYTES_OF_AN_ANSWER = 128 * 1024;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);
  private static final byte[] NOTHING = {};

  private final EventCodec codec = new EventCodec();
  private final KafkaConsumer<String, byte[]> consumer;

  ArchiveReader(LogSettings settings) {
    Map<String, Object> properties = new HashMap<>(settings.reader());
    properties.put("max.partition.fetch.bytes", Integer.toString(BYTES_OF_AN_ANSWER));
    // What it asked for beyond the end of the log when the last read was over, the next one waits
    // for.
    properties.put("fetch.max.wait.ms", "10");
    this.consumer = new KafkaConsumer<>(properties);
    // Once for all: after each change of what is assigned the leaders would be looked up again.
    List<TopicPartition> all =
        IntStream.range(0, Topics.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topics.EVENTS, partition))
            .toList();
    consumer.assign(all);
    consumer.pause(all);
    all.forEach(partition -> consumer.seek(partition, 0));
  }

  /**
   * @param offsets rising
   * @param deadline on the clock of {@link System#nanoTime}
   */
  List<Delivery> read(WorkspaceId id, List<Long> offsets, long deadline)
      throws LogUnavailableException {
    TopicPartition partition = new TopicPartition(Topics.EVENTS, Partitions.of(id));
    try {
      consumer.resume(List.of(partition));
      List<Delivery> events = new ArrayList<>();
      int next = 0;
      while (next < offsets.size()) {
        int end = next + 1;
        while (end < offsets.size() && offsets.get(end) - offsets.get(end - 1) <= NEAR) {
          end++;
        }
        new Passage(partition, id, offsets.subList(next, end), deadline).read(events);
        next = end;
      }
      consumer.pause(List.of(partition));
      return events;
    } catch (KafkaException failure) {
      throw new LogUnavailableException("the log does not answer", failure);
    }
  }

  /**
   * What stands in a partition from an offset on, as far as it goes now.
   *
   * @param most events
   * @param deadline on the clock of {@link System#nanoTime}
   */
  Stretch stretch(int number, long from, int most, long deadline) throws LogUnavailableException {
    TopicPartition partition = new TopicPartition(Topics.EVENTS, number);
    try {
      consumer.resume(List.of(partition));
      consumer.seek(partition, from);
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      List<Delivery> events = new ArrayList<>();
      long next = from;
      while (events.size() < most && next < end) {
        if (System.nanoTime() - deadline > 0) {
          throw new LogUnavailableException("the log does not answer");
        }
        next = take(consumer.poll(POLL).records(partition), partition, most, events);
      }
      consumer.pause(List.of(partition));
      return new Stretch(events, next);
    } catch (KafkaException failure) {
      throw new LogUnavailableException("the log does not answer", failure);
    }
  }

  private long take(
      List<ConsumerRecord<String, byte[]>> records,
      TopicPartition partition,
      int most,
      List<Delivery> events) {
    for (ConsumerRecord<String, byte[]> record : records) {
      if (events.size() == most) {
        return record.offset();
      }
      decode(record, events);
    }
    return consumer.position(partition);
  }

  /** The first offset of each partition that was written at an instant or later. */
  Map<Integer, Long> firstAt(Instant instant) throws LogUnavailableException {
    try {
      Set<TopicPartition> all = consumer.assignment();
      Map<TopicPartition, Long> wanted = new HashMap<>();
      all.forEach(partition -> wanted.put(partition, instant.toEpochMilli()));
      Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
      Map<Integer, Long> first = new HashMap<>();
      consumer
          .endOffsets(all)
          .forEach(
              (partition, end) -> {
                OffsetAndTimestamp at = found.get(partition);
                first.put(partition.partition(), at == null ? end : Long.valueOf(at.offset()));
              });
      return first;
    } catch (KafkaException failure) {
      throw new LogUnavailableException("the log does not answer", failure);
    }
  }

  @Override
  public void close() {
    try {
      consumer.close(CloseOptions.timeout(LONGEST_CLOSE));
    } catch (KafkaException failure) {
      LOG.atDebug().setCause(failure).log("a consumer did not close in order");
    }
  }

  /** Offsets near to each other. */
  private final class Passage {
    private final TopicPartition partition;
    private final WorkspaceId id;
    private final List<Long> offsets;
    private final long deadline;
    private int next;

    Passage(TopicPartition partition, WorkspaceId id, List<Long> offsets, long deadline) {
      this.partition = partition;
      this.id = id;
      this.offsets = offsets;
      this.deadline = deadline;
    }

    void read(List<Delivery> events) throws LogUnavailableException {
      consumer.seek(partition, offsets.getFirst());
      while (next < offsets.size()) {
        if (System.nanoTime() - deadline > 0) {
          throw new LogUnavailableException("the log does not answer");
        }
        List<ConsumerRecord<String, byte[]>> records = consumer.poll(POLL).records(partition);
        records.forEach(record -> take(record, events));
        skipBefore(consumer.position(partition));
        if (records.isEmpty() && isAtEnd()) {
          return;
        }
      }
    }

    private void take(ConsumerRecord<String, byte[]> record, List<Delivery> events) {
      skipBefore(record.offset());
      if (next < offsets.size()
          && offsets.get(next) == record.offset()
          && id.value().equals(record.key())) {
        decode(record, events);
      }
    }

    private void skipBefore(long offset) {
      while (next < offsets.size() && offsets.get(next) < offset) {
        next++;
      }
    }

    private boolean isAtEnd() {
      return consumer.position(partition)
          >= consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }
  }

  private void decode(ConsumerRecord<String, byte[]> record, List<Delivery> events) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    Encoded encoded = new Encoded(headers, record.value() == null ? NOTHING : record.value());
    try {
      events.add(
          new Delivery(
              codec.decode(encoded), record.partition(), record.offset(), Stamps.of(encoded)));
    } catch (UnreadableException unreadable) {
      LOG.atWarn()
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .addKeyValue("reason", unreadable.getMessage())
          .log("left out an event that cannot be read");
    }
  }
}
