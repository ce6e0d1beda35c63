package dev.helium.log;

import dev.helium.log.RecordReader.RecordHandler;
import dev.helium.wire.Encoded;
import dev.helium.wire.EventCodec;
import dev.helium.wire.UnreadableException;
import io.vertx.core.Future;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands records over as the events they encode, and passes over those that encode none. */
final class EventDecoder implements RecordHandler {
  private static final Logger LOG = LoggerFactory.getLogger(EventDecoder.class);

  private final EventCodec codec = new EventCodec();
  private final EventHandler handler;

  EventDecoder(EventHandler handler) {
    this.handler = handler;
  }

  @Override
  public Future<Void> handle(KafkaConsumerRecord<String, byte[]> record) {
    Delivery delivery;
    try {
      Encoded encoded = Records.encoded(record);
      delivery =
          new Delivery(
              codec.decode(encoded), record.partition(), record.offset(), Stamps.of(encoded));
    } catch (UnreadableException unreadable) {
      LOG.atWarn()
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .addKeyValue("reason", unreadable.getMessage())
          .log("passed over an event that cannot be read");
      return Future.succeededFuture();
    }
    return handler.handle(delivery);
  }
}
