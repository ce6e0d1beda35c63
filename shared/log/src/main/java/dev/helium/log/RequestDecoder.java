package dev.helium.log;

import dev.helium.log.RequestBatch.Requested;
import dev.helium.wire.UnreadableException;
import io.vertx.core.Future;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import java.util.ArrayList;
import java.util.List;

/** Hands records over as the requests they encode, and those that encode none to be put aside. */
record RequestDecoder(RequestHandler handler, UnreadableHandler unreadable, RequestRecords decoder)
    implements BatchHandler {
  @Override
  public Future<Void> handle(int partition, List<KafkaConsumerRecord<String, byte[]>> records) {
    List<Requested> requests = new ArrayList<>();
    List<Future<Void>> aside = new ArrayList<>();
    for (KafkaConsumerRecord<String, byte[]> record : records) {
      try {
        requests.add(decoder.read(record.record()));
      } catch (UnreadableException why) {
        aside.add(unreadable.handle(new Unreadable(record.record(), why)));
      }
    }
    return (aside.isEmpty() ? Future.<Void>succeededFuture() : Future.all(aside).<Void>mapEmpty())
        .compose(
            ignored ->
                requests.isEmpty()
                    ? Future.succeededFuture()
                    : handler.handle(new RequestBatch(partition, requests)));
  }
}
