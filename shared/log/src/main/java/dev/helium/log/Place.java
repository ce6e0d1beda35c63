package dev.helium.log;

import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where a record stands in the log; no other record ever stands there. */
public record Place(String topic, int partition, long offset) implements Comparable<Place> {
  public Place {
    Objects.requireNonNull(topic, "topic");
    if (partition < 0 || offset < 0) {
      throw new IllegalArgumentException("partitions and offsets count from 0");
    }
  }

  static Place of(ConsumerRecord<?, ?> record) {
    return new Place(record.topic(), record.partition(), record.offset());
  }

  TopicPartition inKafka() {
    return new TopicPartition(topic, partition);
  }

  /** By topic, and within a partition as they were written. */
  @Override
  public int compareTo(Place other) {
    int topics = topic.compareTo(other.topic);
    int partitions = Integer.compare(partition, other.partition);
    return topics != 0 ? topics : partitions != 0 ? partitions : Long.compare(offset, other.offset);
  }

  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }
}
