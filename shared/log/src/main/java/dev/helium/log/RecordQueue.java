package dev.helium.log;

import io.vertx.core.Future;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * What has been read of one partition and not handled yet, and what is being done about it. For the
 * reader's thread only.
 */
final class RecordQueue {
  /** Records beyond which no more are read until half of them are handled. */
  private static final int LONGEST = 400;

  private static final int LARGEST_BATCH = 200;

  private final int partition;
  private final LongSupplier nanoseconds;
  private final Deque<KafkaConsumerRecord<String, byte[]>> records = new ArrayDeque<>();
  private Future<Void> work = Future.succeededFuture();
  private boolean paused;
  private boolean taken;
  private long handled = -1;
  private long committed = -1;
  private long progress;

  RecordQueue(int partition, LongSupplier nanoseconds) {
    this.partition = partition;
    this.nanoseconds = nanoseconds;
    this.progress = nanoseconds.getAsLong();
  }

  int partition() {
    return partition;
  }

  void add(KafkaConsumerRecord<String, byte[]> record) {
    if (records.isEmpty()) {
      progress = nanoseconds.getAsLong();
    }
    records.add(record);
  }

  void clear() {
    records.clear();
  }

  int size() {
    return records.size();
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  /** Whatever is being done, taking the partition or handling a batch. */
  Future<Void> work() {
    return work;
  }

  boolean isIdle() {
    return work.isComplete();
  }

  void does(Future<Void> next) {
    work = next;
  }

  boolean isTaken() {
    return taken;
  }

  void taken(boolean now) {
    taken = now;
    progress = nanoseconds.getAsLong();
  }

  /** When there was progress last, while the partition is to be taken or records wait. */
  OptionalLong waitsSince() {
    return taken && records.isEmpty() ? OptionalLong.empty() : OptionalLong.of(progress);
  }

  /** The oldest records, in order; they leave the queue with {@link #handled}. */
  List<KafkaConsumerRecord<String, byte[]>> next() {
    List<KafkaConsumerRecord<String, byte[]>> batch = new ArrayList<>();
    for (KafkaConsumerRecord<String, byte[]> record : records) {
      if (batch.size() == LARGEST_BATCH) {
        break;
      }
      batch.add(record);
    }
    return batch;
  }

  void handled(List<KafkaConsumerRecord<String, byte[]>> batch) {
    batch.forEach(records::remove);
    handled = batch.getLast().offset() + 1;
    progress = nanoseconds.getAsLong();
  }

  /** The offset to commit, or -1 when there is nothing new to say. */
  long uncommitted() {
    return handled > committed ? handled : -1;
  }

  void committed(long offset) {
    committed = offset;
  }

  /** Whether reading should be stopped, with some distance between stopping and going on. */
  boolean wantsPause() {
    return !taken || records.size() > (paused ? LONGEST / 2 : LONGEST);
  }

  boolean isPaused() {
    return paused;
  }

  void paused(boolean now) {
    paused = now;
  }
}
