package dev.helium.log;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Appends what a person decided about dead letters. Blocks; connects with the first record. */
final class LetterWriter implements AutoCloseable {
  private static final long LONGEST_SECONDS = 30;

  private final LogSettings settings;
  private Producer<byte[], byte[]> producer;

  LetterWriter(LogSettings settings) {
    this.settings = settings;
  }

  /** Returns where the record is when it is safely there. */
  Place write(ProducerRecord<byte[], byte[]> record) throws LogUnavailableException {
    try {
      var written = producer().send(record).get(LONGEST_SECONDS, TimeUnit.SECONDS);
      return new Place(written.topic(), written.partition(), written.offset());
    } catch (ExecutionException | TimeoutException | KafkaException failure) {
      throw new LogUnavailableException("the log does not take the record", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("interrupted while waiting for the log", interrupted);
    }
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close();
    }
  }

  private Producer<byte[], byte[]> producer() {
    if (producer == null) {
      Map<String, Object> values = new HashMap<>(settings.producer());
      producer = new KafkaProducer<>(values, new ByteArraySerializer(), new ByteArraySerializer());
    }
    return producer;
  }
}
