package dev.helium.log;

import dev.helium.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** How a letter looks in its topic: the record as it was, and headers that say the rest. */
final class LetterFormat {
  /** As CloudEvents names it. */
  private static final String TYPE = "ce_type";

  private LetterFormat() {}

  /**
   * The letter, in the partition of the same number as the record's.
   *
   * @param key of the record, as it was
   */
  static ProducerRecord<byte[], byte[]> letter(
      Unreadable unreadable, byte[] key, String service, Instant at, LeftOut leftOut) {
    ConsumerRecord<String, byte[]> record = unreadable.record();
    boolean withHeaders = leftOut != LeftOut.EVERYTHING;
    RecordHeaders headers = withHeaders ? new RecordHeaders(record.headers()) : new RecordHeaders();
    OwnHeaders.put(headers, unreadable.place());
    OwnHeaders.put(headers, OwnHeaders.REASON, OwnHeaders.shortened(unreadable.reason()));
    OwnHeaders.put(headers, OwnHeaders.KIND, unreadable.kind().word());
    OwnHeaders.put(headers, OwnHeaders.SERVICE, service);
    OwnHeaders.put(headers, OwnHeaders.AT, at.toString());
    OwnHeaders.put(headers, OwnHeaders.LEFT_OUT, leftOut.word());
    return new ProducerRecord<>(
        Topics.DEAD_LETTERS,
        record.partition(),
        null,
        withHeaders ? key : null,
        leftOut == LeftOut.NOTHING ? record.value() : null,
        headers);
  }

  /** Empty when the record is not a letter. */
  static Optional<DeadLetter> read(ConsumerRecord<byte[], byte[]> record) {
    OwnHeaders own = OwnHeaders.ofLetter(record.headers());
    try {
      return Optional.of(
          new DeadLetter(
              DeadLetter.number(record.partition(), record.offset()),
              own.place(),
              // Letters of the first version do not say when, but Kafka does.
              own.find(OwnHeaders.AT)
                  .map(Instant::parse)
                  .orElseGet(() -> Instant.ofEpochMilli(record.timestamp())),
              own.text(OwnHeaders.SERVICE),
              own.text(OwnHeaders.KIND),
              own.text(OwnHeaders.REASON),
              record.key() == null ? "" : text(record.key()),
              type(own),
              new Standing.Waiting()));
    } catch (IllegalArgumentException | DateTimeException foreign) {
      return Optional.empty();
    }
  }

  /** True when what the record held has to be looked up where it stood. */
  static boolean isPartial(ConsumerRecord<byte[], byte[]> record) {
    return OwnHeaders.ofLetter(record.headers())
        .find(OwnHeaders.LEFT_OUT)
        .filter(word -> !word.equals(LeftOut.NOTHING.word()))
        .isPresent();
  }

  private static String type(OwnHeaders own) {
    String type = "";
    for (Header header : own.others()) {
      if (header.key().equals(TYPE) && header.value() != null) {
        type = text(header.value());
      }
    }
    return type;
  }

  private static String text(byte[] bytes) {
    return OwnHeaders.shortened(new String(bytes, StandardCharsets.UTF_8));
  }
}
