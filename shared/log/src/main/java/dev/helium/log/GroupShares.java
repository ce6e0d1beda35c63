package dev.helium.log;

import dev.helium.wire.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What a group has given this process at the moment and how far that has been read: told by the
 * reader, asked by whoever appends. Safe for use from any thread.
 */
final class GroupShares {
  private final String group;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Integer, Long> positions = new ConcurrentHashMap<>();
  private volatile GroupShare now = GroupShare.none();

  GroupShares(String group) {
    this.group = group;
  }

  String group() {
    return group;
  }

  GroupShare now() {
    return now;
  }

  void give(ConsumerGroupMetadata member, Set<Integer> partitions) {
    lock.lock();
    try {
      now = now.next(member, partitions);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The newest share, once it is not that one any more or the time is over. */
  GroupShare after(GroupShare share, Duration longest) throws InterruptedException {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (now.number() == share.number() && left > 0) {
        left = changed.awaitNanos(left);
      }
      return now;
    } finally {
      lock.unlock();
    }
  }

  /**
   * All of a partition has been taken in up to here.
   *
   * @param next the first offset that may not have been
   */
  void read(int partition, long next) {
    positions.merge(partition, next, Math::max);
  }

  /** How far some partitions of the events have been read; those are left out that were not. */
  Map<TopicPartition, OffsetAndMetadata> positions(Set<Integer> partitions) {
    return partitions.stream()
        .filter(positions::containsKey)
        .collect(
            Collectors.toUnmodifiableMap(
                partition -> new TopicPartition(Topics.EVENTS, partition),
                partition -> new OffsetAndMetadata(positions.get(partition))));
  }
}
