package dev.helium.log;

import dev.helium.wire.Encoded;
import dev.helium.wire.TraceParent;
import dev.helium.wire.UnreadableException;
import dev.helium.wire.UnreadableKind;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Kafka records as what they encode, whatever somebody put into them. */
final class Records {
  private static final byte[] NOTHING = {};

  private Records() {}

  static Encoded encoded(KafkaConsumerRecord<String, byte[]> record) {
    return encoded(record.record());
  }

  /** A record without a body is unreadable. */
  static Encoded encoded(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      throw new UnreadableException(UnreadableKind.BODY, "there is no body");
    }
    return new Encoded(map(record), record.value());
  }

  /** The headers alone. */
  static Encoded headers(ConsumerRecord<String, byte[]> record) {
    return new Encoded(map(record), NOTHING);
  }

  /** The span that a record follows from, without reading anything else of it. */
  static TraceParent trace(ConsumerRecord<?, ?> record) {
    Header header = record.headers().lastHeader(TraceParent.HEADER);
    return header == null || header.value() == null
        ? TraceParent.NONE
        : TraceParent.sent(new String(header.value(), StandardCharsets.UTF_8));
  }

  /** Makes every failure to read an {@link UnreadableException}: none may stop a reader. */
  static <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (UnreadableException unreadable) {
      throw unreadable;
    } catch (RuntimeException unforeseen) {
      throw new UnreadableException(
          UnreadableKind.UNEXPECTED,
          "reading it failed with a " + unforeseen.getClass().getSimpleName(),
          unforeseen);
    }
  }

  /** A header without a value counts as missing; of several of one name the last counts. */
  private static Map<String, String> map(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return headers;
  }
}
