package dev.helium.log;

import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer that reads any partitions of the events from any offsets. Blocks, and is used by one
 * thread at a time.
 */
final class PageReader implements ReaderPool.Reader {
  static final int MOST_ENTRIES = 200;

  private static final Logger LOG = LoggerFactory.getLogger(PageReader.class);
  private static final int BYTES_OF_AN_ANSWER = 128 * 1024;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

  private final EventRecords records = new EventRecords();
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> all =
      IntStream.range(0, Topics.PARTITIONS).mapToObj(PageReader::partition).toList();

  PageReader(LogSettings settings) {
    Map<String, Object> properties = new HashMap<>(settings.reader());
    properties.put("max.poll.records", Integer.toString(MOST_ENTRIES));
    properties.put("max.partition.fetch.bytes", Integer.toString(BYTES_OF_AN_ANSWER));
    properties.put("fetch.max.wait.ms", "10");
    // Whoever reads on is to hear of what is missing, and not to be led past it.
    properties.put("auto.offset.reset", "none");
    this.consumer = new KafkaConsumer<>(properties);
    // Once for all: after each change of what is assigned the leaders would be looked up again.
    consumer.assign(all);
    consumer.pause(all);
    all.forEach(partition -> consumer.seek(partition, 0));
  }

  /** As {@link EventPages#read}. */
  EventPage read(Map<Integer, Long> from, Map<Integer, Long> until, long deadline)
      throws LogUnavailableException {
    return asking(
        () -> {
          List<TopicPartition> wanted = from.keySet().stream().map(PageReader::partition).toList();
          wanted.forEach(partition -> goTo(partition, from.get(partition.partition())));
          consumer.resume(wanted);
          List<EventEntry> entries = new ArrayList<>();
          while (entries.isEmpty() && isBefore(until, wanted)) {
            left(deadline);
            consumer.poll(POLL).forEach(record -> entries.add(entry(record)));
          }
          consumer.pause(wanted);
          return new EventPage(
              entries,
              wanted.stream()
                  .collect(Collectors.toMap(TopicPartition::partition, consumer::position)));
        });
  }

  EventBounds bounds(long deadline) throws LogUnavailableException {
    return asking(
        () ->
            new EventBounds(
                byNumber(consumer.beginningOffsets(all, left(deadline))),
                byNumber(consumer.endOffsets(all, left(deadline)))));
  }

  @Override
  public void close() {
    try {
      consumer.close(CloseOptions.timeout(LONGEST_CLOSE));
    } catch (KafkaException failure) {
      LOG.atDebug().setCause(failure).log("a consumer did not close in order");
    }
  }

  /** Where it stands it has perhaps fetched what comes next; going there would throw that away. */
  private void goTo(TopicPartition partition, long offset) {
    if (consumer.position(partition) != offset) {
      consumer.seek(partition, offset);
    }
  }

  private boolean isBefore(Map<Integer, Long> until, Collection<TopicPartition> wanted) {
    return wanted.stream()
        .anyMatch(
            partition ->
                consumer.position(partition) < until.getOrDefault(partition.partition(), 0L));
  }

  private EventEntry entry(ConsumerRecord<String, byte[]> record) {
    try {
      return records.read(record);
    } catch (UnreadableException why) {
      return new Unreadable(record, why);
    }
  }

  private static Duration left(long deadline) throws LogUnavailableException {
    long nanoseconds = deadline - System.nanoTime();
    if (nanoseconds <= 0) {
      throw new LogUnavailableException("the log does not answer");
    }
    return Duration.ofNanos(nanoseconds);
  }

  private static TopicPartition partition(int number) {
    return new TopicPartition(Topics.EVENTS, number);
  }

  private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> values) {
    Map<Integer, Long> offsets = new HashMap<>();
    values.forEach((partition, offset) -> offsets.put(partition.partition(), offset));
    return offsets;
  }

  private interface Question<T> {
    T ask() throws LogUnavailableException;
  }

  private static <T> T asking(Question<T> question) throws LogUnavailableException {
    try {
      return question.ask();
    } catch (OffsetOutOfRangeException gone) {
      throw new EventsGoneException(gone);
    } catch (KafkaException failure) {
      throw new LogUnavailableException("the log does not answer", failure);
    }
  }
}
