package dev.helium.log;

import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import java.util.List;

/**
 * Shares the events with every other process of a group, each partition having one owner. Events
 * may come that the owner has read already when it took their partition.
 */
public final class EventSubscription {
  private final DeployedReader reader;

  /**
   * @param handler takes the events of partitions that are owned
   * @param unreadable takes those that cannot be read
   */
  public EventSubscription(
      Vertx vertx,
      LogSettings settings,
      String group,
      PartitionOwner owner,
      EventHandler handler,
      UnreadableHandler unreadable) {
    EventDecoder decoder = new EventDecoder(handler, unreadable);
    this.reader =
        new DeployedReader(
            vertx,
            new SharedReader(
                settings,
                group,
                Topics.EVENTS,
                owner,
                (partition, records) -> oneByOne(decoder, records)));
  }

  private static Future<Void> oneByOne(
      EventDecoder decoder, List<KafkaConsumerRecord<String, byte[]>> records) {
    Future<Void> handled = Future.succeededFuture();
    for (KafkaConsumerRecord<String, byte[]> record : records) {
      handled = handled.compose(ignored -> decoder.handle(record));
    }
    return handled;
  }

  /** Completes when the process has asked to be given partitions. */
  public Future<Void> start() {
    return reader.start();
  }

  /** Ends after the events under way, and gives all partitions back. */
  public Future<Void> close() {
    return reader.close();
  }
}
