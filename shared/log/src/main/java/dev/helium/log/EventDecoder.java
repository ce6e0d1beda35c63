package dev.helium.log;

import dev.helium.log.RecordReader.RecordHandler;
import dev.helium.wire.UnreadableException;
import io.vertx.core.Future;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;

/** Hands records over as the events they encode, and those that encode none as what they are. */
final class EventDecoder implements RecordHandler {
  private final EventRecords records = new EventRecords();
  private final EventHandler handler;
  private final UnreadableHandler unreadable;

  EventDecoder(EventHandler handler, UnreadableHandler unreadable) {
    this.handler = handler;
    this.unreadable = unreadable;
  }

  @Override
  public Future<Void> handle(KafkaConsumerRecord<String, byte[]> record) {
    Delivery delivery;
    try {
      delivery = records.read(record.record());
    } catch (UnreadableException why) {
      return unreadable.handle(new Unreadable(record.record(), why));
    }
    return handler.handle(delivery);
  }
}
