package dev.helium.log;

import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Encoded;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.kafka.client.producer.KafkaProducer;
import io.vertx.kafka.client.producer.KafkaProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends records to one topic. */
final class Appender {
  private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

  private final KafkaProducer<String, byte[]> producer;
  private final String topic;

  Appender(Vertx vertx, LogSettings settings, String topic) {
    this.producer = KafkaProducer.create(vertx, settings.producer());
    // Whoever appends hears of a failure through the future; this only keeps it from being
    // reported a second time as nobody's.
    producer.exceptionHandler(
        failure -> LOG.atDebug().addKeyValue("topic", topic).log("a record was not appended"));
    this.topic = topic;
  }

  /** Completes when the broker has the record; fails when the settings' time is over. */
  Future<Void> append(WorkspaceId key, Encoded encoded) {
    return append(key.value(), encoded);
  }

  /** The same, under any key. */
  Future<Void> append(String key, Encoded encoded) {
    return place(key, encoded).mapEmpty();
  }

  /** The same; says where the record stands. */
  Future<Place> place(String key, Encoded encoded) {
    KafkaProducerRecord<String, byte[]> record =
        KafkaProducerRecord.create(topic, key, encoded.body());
    encoded.headers().forEach(record::addHeader);
    return send(record);
  }

  /** Says to the readers of a compacted topic that there is nothing under the key any more. */
  Future<Void> remove(String key) {
    return placeRemoval(key).mapEmpty();
  }

  /** The same; says where that is said. */
  Future<Place> placeRemoval(String key) {
    return send(KafkaProducerRecord.create(topic, key, null));
  }

  private Future<Place> send(KafkaProducerRecord<String, byte[]> record) {
    return producer
        .send(record)
        .map(sent -> new Place(topic, sent.getPartition(), sent.getOffset()));
  }

  Future<Void> close() {
    return producer.close();
  }
}
