package dev.helium.log;

import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Encoded;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.kafka.client.producer.KafkaProducer;
import io.vertx.kafka.client.producer.KafkaProducerRecord;

/** Appends records, keyed by workspace, to one topic. */
final class Appender {
  private final KafkaProducer<String, byte[]> producer;
  private final String topic;

  Appender(Vertx vertx, LogSettings settings, String topic) {
    this.producer = KafkaProducer.create(vertx, settings.producer());
    this.topic = topic;
  }

  /** Completes when the broker has the record; fails after at most 25 s. */
  Future<Void> append(WorkspaceId key, Encoded encoded) {
    KafkaProducerRecord<String, byte[]> record =
        KafkaProducerRecord.create(topic, key.value(), encoded.body());
    encoded.headers().forEach(record::addHeader);
    return producer.send(record).mapEmpty();
  }

  Future<Void> close() {
    return producer.close();
  }
}
