package dev.helium.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Appends to several partitions in one transaction, which the coordinator of a group lets pass only
 * while the writer is a member in the group's present generation.
 *
 * <p>For one thread, which blocks: for at most some 12 s until records are sent, and 10 s for each
 * further step. After any failure but a {@link StaleShareException} it is of no use any more.
 */
final class GroupProducer implements AutoCloseable {
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

  private final KafkaProducer<String, byte[]> producer;

  private GroupProducer(KafkaProducer<String, byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Ends what was under way under the same id, in whichever way it was to end.
   *
   * @param id of this process, and of no other
   */
  static GroupProducer open(LogSettings settings, String id) throws LogUnavailableException {
    GroupProducer opened = new GroupProducer(new KafkaProducer<>(settings.appender(id)));
    try {
      opened.producer.initTransactions();
      return opened;
    } catch (KafkaException failure) {
      opened.close();
      throw Transactions.unavailable(failure);
    }
  }

  /**
   * Begins a transaction; returns where all records are in their partitions. Nobody sees them there
   * yet.
   */
  List<RecordMetadata> send(List<ProducerRecord<String, byte[]>> records)
      throws LogUnavailableException {
    return Transactions.within(
        () -> {
          producer.beginTransaction();
          List<Future<RecordMetadata>> sent = Transactions.send(producer, records);
          producer.flush();
          return Transactions.places(sent);
        });
  }

  /**
   * Returns when what was sent is there for all. Only now is the group asked: whoever is given a
   * partition later can tell by where it ends what may still become part of it.
   *
   * @param positions how far the writer has read; at least one, as the group is asked with them
   */
  void commit(Map<TopicPartition, OffsetAndMetadata> positions, ConsumerGroupMetadata member)
      throws LogUnavailableException {
    if (positions.isEmpty()) {
      throw new IllegalArgumentException("a group is asked with at least one position");
    }
    try {
      ask(positions, member);
      producer.commitTransaction();
    } catch (KafkaException | IllegalStateException failure) {
      throw Transactions.unavailable(failure);
    }
  }

  /** Returns when the group has let pass what was sent; otherwise that is undone. */
  void ask(Map<TopicPartition, OffsetAndMetadata> positions, ConsumerGroupMetadata member)
      throws StaleShareException {
    try {
      producer.sendOffsetsToTransaction(positions, member);
    } catch (CommitFailedException refused) {
      producer.abortTransaction();
      throw new StaleShareException(refused);
    }
  }

  @Override
  public void close() {
    producer.close(LONGEST_CLOSE);
  }
}
