package dev.helium.log;

import dev.helium.domain.EventRecord;
import dev.helium.wire.EventCodec;
import dev.helium.wire.UnreadableException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads events out of records. */
final class EventRecords {
  private final EventCodec codec = new EventCodec();

  /** The event, or an {@link UnreadableException} and no other. */
  EventRecord read(ConsumerRecord<String, byte[]> record) {
    return Records.read(() -> codec.decode(Records.encoded(record)));
  }
}
