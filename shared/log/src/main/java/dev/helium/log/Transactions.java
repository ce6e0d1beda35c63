package dev.helium.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/** What all transactions with the log have in common, whatever is in them. */
final class Transactions {
  private Transactions() {}

  /** Steps of a transaction. */
  @FunctionalInterface
  interface Steps<T> {
    T take() throws ExecutionException, InterruptedException;
  }

  /** Says in the log's own words what goes wrong with steps, and whether somebody else owns it. */
  static <T> T within(Steps<T> steps) throws LogUnavailableException {
    try {
      return steps.take();
    } catch (ExecutionException failure) {
      throw unavailable(failure.getCause());
    } catch (KafkaException | IllegalStateException failure) {
      throw unavailable(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("interrupted while waiting for the log", interrupted);
    }
  }

  /** Returns before the records are where they go. */
  static List<Future<RecordMetadata>> send(
      Producer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
    for (ProducerRecord<String, byte[]> record : records) {
      sent.add(producer.send(record));
    }
    return sent;
  }

  /** Where records stand, once they do. */
  static List<RecordMetadata> places(List<Future<RecordMetadata>> sent)
      throws ExecutionException, InterruptedException {
    List<RecordMetadata> places = new ArrayList<>(sent.size());
    for (Future<RecordMetadata> each : sent) {
      places.add(each.get());
    }
    return places;
  }

  static LogUnavailableException unavailable(Throwable failure) {
    return failure instanceof ProducerFencedException
            || failure instanceof InvalidProducerEpochException
            || failure.getCause() instanceof ProducerFencedException
        ? new FencedException(failure)
        : new LogUnavailableException("the log does not answer", failure);
  }
}
