package dev.helium.log;

import io.vertx.core.Future;
import io.vertx.kafka.client.common.TopicPartition;
import io.vertx.kafka.client.consumer.KafkaConsumer;
import io.vertx.kafka.client.consumer.OffsetAndMetadata;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a group how far the records of its partitions are handled: a hint where to begin, for which
 * twice a second is often enough. Only for the reader's thread.
 */
final class OffsetCommits {
  private static final Logger LOG = LoggerFactory.getLogger(OffsetCommits.class);
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final String topic;
  private Future<Void> telling = Future.succeededFuture();
  private long last = System.nanoTime() - BETWEEN.toNanos();

  OffsetCommits(String topic) {
    this.topic = topic;
  }

  /** Unless it was done just now. */
  void nowAndThen(KafkaConsumer<?, ?> consumer, Collection<RecordQueue> queues) {
    long now = System.nanoTime();
    if (now - last >= BETWEEN.toNanos()) {
      last = now;
      now(consumer, queues);
    }
  }

  /**
   * Completes when all is told, also what was on its way, or could not be told, which is logged.
   * Never fails.
   */
  Future<Void> now(KafkaConsumer<?, ?> consumer, Collection<RecordQueue> queues) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (RecordQueue queue : queues) {
      long offset = queue.uncommitted();
      if (offset >= 0) {
        offsets.put(
            new TopicPartition(topic, queue.partition()), new OffsetAndMetadata(offset, ""));
        queue.committed(offset);
      }
    }
    if (!offsets.isEmpty()) {
      telling =
          consumer
              .commit(offsets)
              .onFailure(
                  failure ->
                      LOG.atWarn()
                          .addKeyValue("topic", topic)
                          .addKeyValue("reason", failure.toString())
                          .log("offsets could not be committed; their records may come again"))
              .<Void>mapEmpty()
              .otherwiseEmpty();
    }
    return telling;
  }
}
