package dev.helium.log;

import io.vertx.core.Future;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import java.util.List;

/** Takes the records of partitions that this process owns. */
@FunctionalInterface
interface BatchHandler {
  /**
   * Called in the order of the partition, with records that have come meanwhile, at least one;
   * other partitions go on. When it fails the same records are handed over again after a pause.
   */
  Future<Void> handle(int partition, List<KafkaConsumerRecord<String, byte[]>> records);
}
