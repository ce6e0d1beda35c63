package dev.helium.log;

import dev.helium.domain.Command;
import dev.helium.domain.EventRecord;
import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * All that was in the log when it was asked for, for a person who looks back. Changes nothing. For
 * one thread, which blocks; what takes too long ends with a {@link LogUnavailableException}.
 */
public final class PastLog implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final CommandRecords commands = new CommandRecords();
  private final EventRecords events = new EventRecords();
  private final KafkaConsumer<String, byte[]> consumer;
  private final Duration longest;

  /**
   * Connects at the first question.
   *
   * @param longest that one reading may take
   */
  public PastLog(LogSettings settings, Duration longest) {
    Map<String, Object> values = new HashMap<>(settings.reader());
    values.put("allow.auto.create.topics", "false");
    this.consumer =
        new KafkaConsumer<>(values, new StringDeserializer(), new ByteArrayDeserializer());
    this.longest = longest;
  }

  /**
   * Hands over every command, those of one workspace in their order.
   *
   * @return how many could not be read and were passed over
   */
  public long commands(Consumer<Command> each) throws LogUnavailableException {
    return read(Topics.COMMANDS, record -> each.accept(commands.read(record)));
  }

  /**
   * Hands over every event, those of one workspace in their order.
   *
   * @return how many could not be read and were passed over
   */
  public long events(Consumer<EventRecord> each) throws LogUnavailableException {
    return read(Topics.EVENTS, record -> each.accept(events.read(record).record()));
  }

  @Override
  public void close() {
    consumer.close();
  }

  private long read(String topic, Consumer<ConsumerRecord<String, byte[]>> each)
      throws LogUnavailableException {
    try {
      List<?> known = consumer.partitionsFor(topic, longest);
      return known == null || known.isEmpty() ? 0 : readAll(partitions(topic), each);
    } catch (KafkaException failure) {
      throw new LogUnavailableException("the log does not answer", failure);
    }
  }

  private long readAll(
      Collection<TopicPartition> partitions, Consumer<ConsumerRecord<String, byte[]>> each)
      throws LogUnavailableException {
    long begun = System.nanoTime();
    long unreadable = 0;
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, longest);
    while (isBehind(ends)) {
      if (System.nanoTime() - begun > longest.toNanos()) {
        throw new LogUnavailableException("the log was not read within " + longest);
      }
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        unreadable += isHandedOver(record, each) ? 0 : 1;
      }
    }
    return unreadable;
  }

  private static boolean isHandedOver(
      ConsumerRecord<String, byte[]> record, Consumer<ConsumerRecord<String, byte[]>> each) {
    try {
      each.accept(record);
      return true;
    } catch (UnreadableException unreadable) {
      return false;
    }
  }

  private boolean isBehind(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey(), longest) < end.getValue());
  }

  private static Collection<TopicPartition> partitions(String topic) {
    return IntStream.range(0, Topics.PARTITIONS)
        .mapToObj(partition -> new TopicPartition(topic, partition))
        .toList();
  }
}
