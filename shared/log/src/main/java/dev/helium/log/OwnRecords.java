package dev.helium.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the newest events stand that this process has appended itself: it knows what they say, and
 * need not decode them when they come back. Safe for use from any thread.
 */
final class OwnRecords {
  /** Of one partition. Those that are forgotten are decoded as any other. */
  private static final int MOST = 2_000;

  private final Map<Integer, Deque<Long>> offsets = new ConcurrentHashMap<>();

  /** In the order of the partition. */
  void add(int partition, long offset) {
    Deque<Long> own = offsets.computeIfAbsent(partition, ignored -> new ArrayDeque<>());
    synchronized (own) {
      if (own.size() == MOST) {
        own.removeFirst();
      }
      own.addLast(offset);
    }
  }

  /** To be asked in the order of the partition: what stands before is forgotten. */
  boolean has(int partition, long offset) {
    Deque<Long> own = offsets.get(partition);
    if (own == null) {
      return false;
    }
    synchronized (own) {
      while (!own.isEmpty() && own.getFirst() < offset) {
        own.removeFirst();
      }
      return !own.isEmpty() && own.getFirst() == offset;
    }
  }
}
