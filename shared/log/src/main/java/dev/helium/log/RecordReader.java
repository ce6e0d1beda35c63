package dev.helium.log;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.kafka.client.common.TopicPartition;
import io.vertx.kafka.client.consumer.KafkaConsumer;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import io.vertx.kafka.client.consumer.KafkaConsumerRecords;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads partitions of a topic from given offsets, on a virtual thread of its own. */
final class RecordReader extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(RecordReader.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final LogSettings settings;
  private final Set<TopicPartition> partitions;
  private final Map<Integer, Long> from;
  private final Map<Integer, Long> until;
  private final RecordHandler handler;
  private final Promise<Void> caughtUp = Promise.promise();
  private final Promise<Void> ended = Promise.promise();
  private final Map<TopicPartition, Long> behind = new HashMap<>();
  private final Standstill standstill = new Standstill(System::nanoTime);
  private volatile KafkaConsumer<String, byte[]> consumer;
  private volatile int waiting;
  private volatile boolean stopping;

  RecordReader(
      LogSettings settings,
      String topic,
      Set<Integer> partitions,
      Map<Integer, Long> from,
      RecordHandler handler) {
    this(settings, topic, partitions, from, Map.of(), handler);
  }

  /**
   * @param until by partition: the offset before which all has to be handled for it to be caught
   *     up; partitions not named end where all that is committed at the start does
   */
  RecordReader(
      LogSettings settings,
      String topic,
      Set<Integer> partitions,
      Map<Integer, Long> from,
      Map<Integer, Long> until,
      RecordHandler handler) {
    this.settings = settings;
    this.partitions =
        Set.copyOf(
            partitions.stream().map(partition -> new TopicPartition(topic, partition)).toList());
    this.from = Map.copyOf(from);
    this.until = Map.copyOf(until);
    this.handler = handler;
  }

  /** Completes when all that was in the log at the start has been handled. */
  Future<Void> caughtUp() {
    return caughtUp.future();
  }

  /** Completes when reading has ended; fails when it ended for a failure. */
  Future<Void> ended() {
    return ended.future();
  }

  /** Records that are not handled. From any thread. */
  long lag() {
    return consumer == null ? 0 : waiting + LogLag.of(consumer);
  }

  /** How long the record that is being handled has been. From any thread. */
  Duration standstill() {
    return standstill.length();
  }

  @Override
  public Future<?> start() {
    consumer = KafkaConsumer.create(vertx, settings.reader());
    consumer.assign(partitions).await();
    for (TopicPartition partition : partitions) {
      consumer.seek(partition, from.getOrDefault(partition.getPartition(), 0L)).await();
    }
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions).await();
    consumer
        .endOffsets(partitions)
        .await()
        .forEach((partition, end) -> expect(beginnings, partition, end));
    Context own = context;
    own.runOnContext(ignored -> read());
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    stopping = true;
    consumer.unwrap().wakeup();
    return ended.future().otherwiseEmpty().compose(ignored -> consumer.close());
  }

  private void expect(
      Map<TopicPartition, Long> beginnings, TopicPartition partition, long committed) {
    long end = until.getOrDefault(partition.getPartition(), committed);
    long start =
        Math.max(
            from.getOrDefault(partition.getPartition(), 0L),
            beginnings.getOrDefault(partition, 0L));
    if (start < end) {
      behind.put(partition, end);
    }
  }

  private void read() {
    try {
      while (!stopping) {
        noticeCaughtUp();
        KafkaConsumerRecords<String, byte[]> batch = consumer.poll(POLL).await();
        for (int index = 0; index < batch.size() && !stopping; index++) {
          waiting = batch.size() - index;
          standstill.begins();
          take(batch.recordAt(index));
        }
        waiting = 0;
        standstill.ends();
      }
      ended.tryComplete();
    } catch (RuntimeException failure) {
      standstill.ends();
      if (stopping) {
        ended.tryComplete();
        return;
      }
      LOG.atError().setCause(failure).log("reading the log has ended");
      caughtUp.tryFail(failure);
      ended.tryFail(failure);
    }
  }

  /** By position and not by record: the marks of transactions take offsets too. */
  private void noticeCaughtUp() {
    behind.entrySet().removeIf(end -> consumer.position(end.getKey()).await() >= end.getValue());
    if (behind.isEmpty()) {
      caughtUp.tryComplete();
    }
  }

  private void take(KafkaConsumerRecord<String, byte[]> record) {
    Future<Void> handled = handler.handle(record);
    // Most are handled at once, and waiting costs more than that.
    if (!handled.succeeded()) {
      handled.await();
    }
  }

  /** Takes records in the order of their partition. */
  @FunctionalInterface
  interface RecordHandler {
    /** The next record is handed over when this completes; a failure stops the reading. */
    Future<Void> handle(KafkaConsumerRecord<String, byte[]> record);
  }
}
