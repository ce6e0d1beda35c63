package dev.helium.story.chaos.journal;

import dev.helium.domain.Command;
import dev.helium.domain.EventRecord;
import dev.helium.story.EventHistory;
import dev.helium.wire.CommandCodec;
import dev.helium.wire.EventCodec;
import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads on where it stopped, as a consumer that sees only what is committed. A broker that is away
 * is waited for. For one thread.
 */
public final class JournalFollower implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String FENCE = "ce_fence";

  private final EventCodec events = new EventCodec();
  private final CommandCodec commands = new CommandCodec();
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions =
      Stream.of(Topics.COMMANDS, Topics.EVENTS, Topics.DEAD_LETTERS)
          .flatMap(
              topic ->
                  IntStream.range(0, Topics.PARTITIONS)
                      .mapToObj(number -> new TopicPartition(topic, number)))
          .toList();
  private final List<Logged<Command>> readCommands = new ArrayList<>();
  private final List<Logged<EventRecord>> readEvents = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private long deadLetters;

  public JournalFollower(String bootstrap) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "enable.auto.commit",
                "false",
                "isolation.level",
                "read_committed",
                "reconnect.backoff.max.ms",
                "1000"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /**
   * All that is in the log now.
   *
   * @throws IllegalStateException when the log cannot be read to its end in 90 seconds
   */
  public Journal read() {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    Map<TopicPartition, Long> ends = ends(deadline);
    while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the log does not come to its end");
      }
      consumer.poll(POLL).forEach(this::take);
    }
    return new Journal(readCommands, readEvents, deadLetters, unreadable);
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Of what is committed: an open transaction ends it. */
  private Map<TopicPartition, Long> ends(long deadline) {
    while (true) {
      try {
        return consumer.endOffsets(partitions);
      } catch (KafkaException away) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("the log cannot be read", away);
        }
      }
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    try {
      switch (record.topic()) {
        case Topics.COMMANDS ->
            readCommands.add(logged(record, commands.decode(EventHistory.encoded(record))));
        case Topics.EVENTS ->
            readEvents.add(logged(record, events.decode(EventHistory.encoded(record))));
        default -> deadLetters++;
      }
    } catch (UnreadableException failure) {
      unreadable.add(
          "%s, partition %d, offset %d: %s"
              .formatted(
                  record.topic(), record.partition(), record.offset(), failure.getMessage()));
    }
  }

  private static <T> Logged<T> logged(ConsumerRecord<String, byte[]> record, T value) {
    Header fence = record.headers().lastHeader(FENCE);
    return new Logged<>(
        value,
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        fence == null
            ? OptionalLong.empty()
            : OptionalLong.of(Long.parseLong(new String(fence.value(), StandardCharsets.UTF_8))));
  }
}
