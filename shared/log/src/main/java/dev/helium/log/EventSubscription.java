package dev.helium.log;

import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import java.time.Duration;
import java.util.List;

/**
 * Shares the events with every other process of a group, each partition having one owner, who also
 * appends to it. Events may come that the owner has read already when it took their partition; what
 * it has appended itself since then does not come, or seldom.
 */
public final class EventSubscription {
  private final SharedReader shared;
  private final DeployedReader reader;

  /**
   * @param log where the owner of partitions appends; it is given what this is given
   * @param handler takes the events of partitions that are owned
   * @param unreadable takes those that cannot be read
   */
  public EventSubscription(
      Vertx vertx,
      LogSettings settings,
      GroupLog log,
      PartitionOwner owner,
      EventHandler handler,
      UnreadableHandler unreadable) {
    EventDecoder decoder = new EventDecoder(handler, unreadable);
    this.shared =
        new SharedReader(
            settings,
            log.shares(),
            Topics.EVENTS,
            owner,
            (partition, records) -> oneByOne(decoder, others(records, log.own())));
    this.reader = new DeployedReader(vertx, shared);
  }

  private static List<KafkaConsumerRecord<String, byte[]>> others(
      List<KafkaConsumerRecord<String, byte[]>> records, OwnRecords own) {
    return records.stream()
        .filter(record -> !own.has(record.partition(), record.offset()))
        .toList();
  }

  private static Future<Void> oneByOne(
      EventDecoder decoder, List<KafkaConsumerRecord<String, byte[]>> records) {
    Future<Void> handled = Future.succeededFuture();
    for (KafkaConsumerRecord<String, byte[]> record : records) {
      handled = handled.compose(ignored -> decoder.handle(record));
    }
    return handled;
  }

  /** Those of partitions that are this process's and that are not handled. From any thread. */
  public long lag() {
    return shared.lag();
  }

  /** How long something has waited here without progress. From any thread. */
  public Duration standstill() {
    return shared.standstill();
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
