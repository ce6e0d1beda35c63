package dev.helium.log;

import dev.helium.wire.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads dead letters and what they speak of, byte for byte, as a {@link BoundedReader}. */
final class LetterReader implements AutoCloseable {
  private final BoundedReader<byte[]> reader;

  LetterReader(LogSettings settings, Duration longest) {
    this.reader = new BoundedReader<>(settings, new ByteArrayDeserializer(), longest);
  }

  /** Where the letters end, by partition; empty when there is no such topic yet. */
  Map<TopicPartition, Long> ends() throws LogUnavailableException {
    return reader.ends(Topics.DEAD_LETTERS);
  }

  /** Hands over what is in some partitions of the letters, up to where they end. */
  void read(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> each)
      throws LogUnavailableException {
    reader.read(ends, each);
  }

  /** The record of a place; empty when it is no longer, or not yet, there. */
  Optional<ConsumerRecord<byte[], byte[]>> at(TopicPartition partition, long offset)
      throws LogUnavailableException {
    return reader.at(partition, offset);
  }

  @Override
  public void close() {
    reader.close();
  }
}
