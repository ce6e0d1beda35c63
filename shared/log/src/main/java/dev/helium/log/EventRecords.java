package dev.helium.log;

import dev.helium.wire.Encoded;
import dev.helium.wire.EventCodec;
import dev.helium.wire.UnreadableException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads events out of records. */
final class EventRecords {
  private final EventCodec codec = new EventCodec();

  /** The event, or an {@link UnreadableException} and no other. */
  Delivery read(ConsumerRecord<String, byte[]> record) {
    return Records.read(
        () -> {
          Encoded encoded = Records.encoded(record);
          return new Delivery(
              codec.decode(encoded), record.partition(), record.offset(), Stamps.of(encoded));
        });
  }
}
