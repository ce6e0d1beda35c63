package dev.helium.story;

import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.wire.Encoded;
import dev.helium.wire.EventCodec;
import dev.helium.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Every event there is now, as it stands in the log. */
public record EventHistory(List<EventRecord> records) {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(200);

  public EventHistory {
    records = List.copyOf(records);
  }

  /**
   * Reads all that was there when it began.
   *
   * @throws IllegalStateException when the log cannot be read to its end in 30 seconds
   */
  public static EventHistory read(String bootstrap) {
    EventCodec codec = new EventCodec();
    List<EventRecord> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "enable.auto.commit",
                "false",
                "isolation.level",
                "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.EVENTS).stream()
              .map(found -> new TopicPartition(found.topic(), found.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long deadline = System.nanoTime() + LIMIT.toNanos();
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("the log does not come to its end");
        }
        consumer.poll(POLL).forEach(record -> records.add(codec.decode(encoded(record))));
      }
    }
    return new EventHistory(records);
  }

  /** How often something of that kind has happened to a workspace. */
  public long count(String workspace, Class<? extends Event> kind) {
    return of(workspace).map(EventRecord::event).filter(kind::isInstance).count();
  }

  /** The numbers that a source gave the events of a workspace, as they stand. */
  public List<Long> sequences(String workspace, Source source) {
    return of(workspace)
        .filter(record -> record.source() == source)
        .map(EventRecord::sequence)
        .toList();
  }

  /** What {@link #sequences} has to be: nothing missing, nothing twice. */
  public static List<Long> upTo(long count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }

  private Stream<EventRecord> of(String workspace) {
    return records.stream().filter(record -> record.workspace().value().equals(workspace));
  }

  /** A record as a codec takes it. */
  public static Encoded encoded(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return new Encoded(headers, record.value());
  }
}
