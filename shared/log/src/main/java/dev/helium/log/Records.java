package dev.helium.log;

import dev.helium.wire.Encoded;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import io.vertx.kafka.client.producer.KafkaHeader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Kafka records as what they encode. */
final class Records {
  private static final byte[] NOTHING = {};

  private Records() {}

  static Encoded encoded(KafkaConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (KafkaHeader header : record.headers()) {
      headers.put(header.key(), header.value().toString(StandardCharsets.UTF_8));
    }
    return new Encoded(headers, record.value() == null ? NOTHING : record.value());
  }
}
