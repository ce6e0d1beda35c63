package dev.helium.log;

import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import io.vertx.kafka.client.producer.KafkaProducer;
import io.vertx.kafka.client.producer.KafkaProducerRecord;

/** Where records go that cannot be read: whole, with where they stood and why. */
final class DeadLetters {
  private final KafkaProducer<String, byte[]> producer;

  DeadLetters(Vertx vertx, LogSettings settings) {
    this.producer = KafkaProducer.create(vertx, settings.producer());
  }

  Future<Void> append(KafkaConsumerRecord<String, byte[]> record, String reason) {
    KafkaProducerRecord<String, byte[]> letter =
        KafkaProducerRecord.create(Topics.DEAD_LETTERS, record.key(), record.value());
    letter.addHeaders(record.headers());
    letter.addHeader("helium_topic", record.topic());
    letter.addHeader("helium_partition", Integer.toString(record.partition()));
    letter.addHeader("helium_offset", Long.toString(record.offset()));
    letter.addHeader("helium_reason", reason);
    return producer.send(letter).mapEmpty();
  }

  Future<Void> close() {
    return producer.close();
  }
}
