package dev.helium.gateway.guard;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A bucket for each name, of which so many are kept at most; those that come on top share one. A
 * bucket that has filled up is forgotten, as it is like a new one.
 *
 * <p>Safe for several event loops, and waits for nobody.
 */
final class Buckets {
  private static final long SWEEP = TimeUnit.SECONDS.toNanos(10);

  private final Rate rate;
  private final int most;
  private final LongSupplier clock;
  private final ConcurrentMap<String, AtomicLong> buckets = new ConcurrentHashMap<>();
  private final AtomicLong shared;
  private final AtomicLong nextSweep;

  /**
   * @param clock monotonic, in nanoseconds: the time of day may be set back
   */
  Buckets(Rate rate, int most, LongSupplier clock) {
    this.rate = rate;
    this.most = most;
    this.clock = clock;
    long now = clock.getAsLong();
    this.shared = new AtomicLong(now);
    this.nextSweep = new AtomicLong(now + SWEEP);
  }

  Rate rate() {
    return rate;
  }

  Take take(String name) {
    long now = clock.getAsLong();
    AtomicLong bucket = bucket(name, now);
    while (true) {
      long before = bucket.get();
      Take take = Take.from(rate, before, now);
      if (!take.granted() || bucket.compareAndSet(before, take.fullAt())) {
        return take;
      }
    }
  }

  /** Undoes a {@link #take} that was granted. */
  void giveBack(String name) {
    long now = clock.getAsLong();
    bucket(name, now).updateAndGet(fullAt -> Take.giveBack(rate, fullAt, now));
  }

  int size() {
    return buckets.size();
  }

  private AtomicLong bucket(String name, long now) {
    AtomicLong known = buckets.get(name);
    if (known != null) {
      return known;
    }
    sweep(now);
    return buckets.size() < most
        ? buckets.computeIfAbsent(name, ignored -> new AtomicLong(now))
        : shared;
  }

  /** Seldom, as it looks at all of them. One that is used just now may lose a token by it. */
  private void sweep(long now) {
    long due = nextSweep.get();
    if (now - due >= 0 && nextSweep.compareAndSet(due, now + SWEEP)) {
      buckets.values().removeIf(fullAt -> Take.isFull(fullAt.get(), now));
    }
  }
}
