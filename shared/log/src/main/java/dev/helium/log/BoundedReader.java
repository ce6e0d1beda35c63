package dev.helium.log;

import dev.helium.wire.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads topics up to where they end now, for whoever looks back. For one thread, which blocks: no
 * call takes much longer than the longest it was given.
 */
final class BoundedReader<K> implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<K, byte[]> consumer;
  private final Duration longest;

  /** Connects at the first question. */
  BoundedReader(LogSettings settings, Deserializer<K> keys, Duration longest) {
    Map<String, Object> values = new HashMap<>(settings.reader());
    values.put("allow.auto.create.topics", "false");
    this.consumer = new KafkaConsumer<>(values, keys, new ByteArrayDeserializer());
    this.longest = longest;
  }

  /** Where a topic ends, by partition; empty when there is no such topic yet. */
  Map<TopicPartition, Long> ends(String topic) throws LogUnavailableException {
    return asking(
        () -> {
          List<?> known = consumer.partitionsFor(topic, longest);
          return known == null || known.isEmpty()
              ? Map.of()
              : consumer.endOffsets(partitions(topic), longest);
        });
  }

  /**
   * Where what is still kept of a topic begins, by partition; empty when there is no such topic.
   */
  Map<TopicPartition, Long> beginnings(String topic) throws LogUnavailableException {
    return ends(topic).isEmpty()
        ? Map.of()
        : asking(() -> consumer.beginningOffsets(partitions(topic), longest));
  }

  /**
   * Hands over what is between two offsets of some partitions, the second one excluded; those of a
   * partition in their order.
   *
   * @param from for each partition of {@code ends}
   */
  void read(
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> ends,
      Consumer<ConsumerRecord<K, byte[]>> each)
      throws LogUnavailableException {
    asking(
        () -> {
          long begun = System.nanoTime();
          consumer.assign(ends.keySet());
          ends.keySet().forEach(partition -> consumer.seek(partition, from.get(partition)));
          while (isBehind(ends)) {
            refuseWhenLate(begun);
            for (ConsumerRecord<K, byte[]> record : consumer.poll(POLL)) {
              if (record.offset()
                  < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                each.accept(record);
              }
            }
          }
          return true;
        });
  }

  /** Hands over what is in some partitions, up to where they end. */
  void read(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<K, byte[]>> each)
      throws LogUnavailableException {
    asking(
        () -> {
          long begun = System.nanoTime();
          consumer.assign(ends.keySet());
          consumer.seekToBeginning(ends.keySet());
          while (isBehind(ends)) {
            refuseWhenLate(begun);
            consumer.poll(POLL).forEach(each);
          }
          return true;
        });
  }

  /** The record of a place; empty when it is no longer, or not yet, there. */
  Optional<ConsumerRecord<K, byte[]>> at(TopicPartition partition, long offset)
      throws LogUnavailableException {
    return asking(
        () -> {
          long begun = System.nanoTime();
          consumer.assign(List.of(partition));
          consumer.seek(partition, offset);
          Map<TopicPartition, Long> ends = consumer.endOffsets(List.of(partition), longest);
          Optional<ConsumerRecord<K, byte[]>> next = Optional.empty();
          while (next.isEmpty() && isBehind(ends)) {
            refuseWhenLate(begun);
            next = consumer.poll(POLL).records(partition).stream().findFirst();
          }
          return next.filter(found -> found.offset() == offset);
        });
  }

  @Override
  public void close() {
    consumer.close();
  }

  private boolean isBehind(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey(), longest) < end.getValue());
  }

  private void refuseWhenLate(long begun) throws LogUnavailableException {
    if (System.nanoTime() - begun > longest.toNanos()) {
      throw new LogUnavailableException("the log was not read within " + longest);
    }
  }

  private interface Question<T> {
    T ask() throws LogUnavailableException;
  }

  private static <T> T asking(Question<T> question) throws LogUnavailableException {
    try {
      return question.ask();
    } catch (KafkaException failure) {
      throw new LogUnavailableException("the log does not answer", failure);
    }
  }

  private static Collection<TopicPartition> partitions(String topic) {
    return IntStream.range(0, Topics.PARTITIONS)
        .mapToObj(partition -> new TopicPartition(topic, partition))
        .toList();
  }
}
