package dev.helium.log;

import dev.helium.wire.Topics;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** How it is kept what became of a letter: a record after it, of headers alone. */
final class MarkFormat {
  private static final String REDRIVEN = "redriven";
  private static final String DROPPED = "dropped";

  private MarkFormat() {}

  /** What was done about the record of a place. */
  record Mark(Place place, Standing standing) {}

  static ProducerRecord<byte[], byte[]> mark(DeadLetter letter, Standing standing) {
    RecordHeaders headers = new RecordHeaders();
    OwnHeaders.put(headers, letter.place());
    switch (standing) {
      case Standing.Waiting ignored -> throw new IllegalArgumentException("nothing was done");
      case Standing.Redriven(Instant at, String by, Place to) -> {
        who(headers, at, by);
        OwnHeaders.put(headers, OwnHeaders.TO_PARTITION, Integer.toString(to.partition()));
        OwnHeaders.put(headers, OwnHeaders.TO_OFFSET, Long.toString(to.offset()));
        OwnHeaders.put(headers, OwnHeaders.MARK, REDRIVEN);
      }
      case Standing.Dropped(Instant at, String by, String why) -> {
        who(headers, at, by);
        OwnHeaders.put(headers, OwnHeaders.WHY, OwnHeaders.shortened(why));
        OwnHeaders.put(headers, OwnHeaders.MARK, DROPPED);
      }
    }
    return new ProducerRecord<>(
        Topics.DEAD_LETTERS, letter.box().partition(), null, null, null, headers);
  }

  /** Empty when the record is not a mark. */
  static Optional<Mark> read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return OwnHeaders.ofMark(record.headers()).map(own -> new Mark(own.place(), standing(own)));
    } catch (IllegalArgumentException | DateTimeException foreign) {
      return Optional.empty();
    }
  }

  private static void who(RecordHeaders headers, Instant at, String by) {
    OwnHeaders.put(headers, OwnHeaders.AT, at.toString());
    OwnHeaders.put(headers, OwnHeaders.BY, by);
  }

  private static Standing standing(OwnHeaders own) {
    Instant at = Instant.parse(own.get(OwnHeaders.AT));
    String by = own.text(OwnHeaders.BY);
    return switch (own.get(OwnHeaders.MARK)) {
      case REDRIVEN ->
          new Standing.Redriven(
              at,
              by,
              new Place(
                  own.get(OwnHeaders.TOPIC),
                  Integer.parseInt(own.get(OwnHeaders.TO_PARTITION)),
                  Long.parseLong(own.get(OwnHeaders.TO_OFFSET))));
      case DROPPED -> new Standing.Dropped(at, by, own.text(OwnHeaders.WHY));
      default -> throw new IllegalArgumentException("nothing known was done");
    };
  }
}
