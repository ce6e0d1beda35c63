package dev.helium.log;

import io.vertx.core.Future;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import java.util.List;

/** Hands records over as the events they encode, one after the other. */
record EventShare(PartitionOwner owner, EventDecoder decoder) implements ShareHandler {
  @Override
  public Future<Void> take(int partition) {
    return owner.take(partition);
  }

  @Override
  public boolean owns(int partition) {
    return owner.owns(partition);
  }

  @Override
  public void give(int partition) {
    owner.give(partition);
  }

  @Override
  public Future<Void> handle(int partition, List<KafkaConsumerRecord<String, byte[]>> records) {
    Future<Void> handled = Future.succeededFuture();
    for (KafkaConsumerRecord<String, byte[]> record : records) {
      handled = handled.compose(ignored -> decoder.handle(record));
    }
    return handled;
  }
}
