package dev.helium.view;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Requests that wait, for a bounded time and in bounded number, until the value of a key is what
 * they wait for.
 *
 * <p>A waiter is registered before the value is first looked at, and the value is looked at once
 * more when the time is up: a notification that came too early or got lost delays, and never
 * misleads.
 */
final class Waiters<V> {
  private final Vertx vertx;
  private final int limit;
  private volatile boolean closed;
  private final AtomicInteger count = new AtomicInteger();
  private final ConcurrentMap<String, Set<Waiter>> waiting = new ConcurrentHashMap<>();

  Waiters(Vertx vertx, int limit) {
    this.vertx = vertx;
    this.limit = limit;
  }

  /**
   * Completes, on the caller's context, with the first value seen that fits, or empty when none did
   * in time. With {@code limit} others waiting, and after the end, it only looks once.
   */
  Future<Optional<V>> await(
      String key, Predicate<V> fits, Duration longest, Supplier<Future<Optional<V>>> look) {
    if (closed || !takesPlace()) {
      return look.get().map(value -> value.filter(fits));
    }
    Waiter waiter = new Waiter(key, fits, vertx.getOrCreateContext());
    add(waiter);
    look.get().onSuccess(value -> value.ifPresent(waiter::offer)).onFailure(waiter::fail);
    waiter.timeIs(
        vertx.setTimer(
            Math.max(1, longest.toMillis()),
            ignored ->
                look.get()
                    .onSuccess(value -> waiter.finish(value.filter(fits)))
                    .onFailure(waiter::fail)));
    return waiter.result.future();
  }

  boolean has(String key) {
    return waiting.containsKey(key);
  }

  /** Shows a new value to whoever waits for the key; from any thread. */
  void offer(String key, V value) {
    Set<Waiter> waiters = waiting.get(key);
    if (waiters != null) {
      waiters.forEach(waiter -> waiter.offer(value));
    }
  }

  /** Ends all waiting; from now on nobody waits. */
  void close() {
    closed = true;
    waiting.values().forEach(waiters -> waiters.forEach(waiter -> waiter.finish(Optional.empty())));
  }

  int waiting() {
    return count.get();
  }

  private boolean takesPlace() {
    if (count.incrementAndGet() <= limit) {
      return true;
    }
    count.decrementAndGet();
    return false;
  }

  private void add(Waiter waiter) {
    waiting.compute(
        waiter.key,
        (key, present) -> {
          Set<Waiter> waiters = present == null ? ConcurrentHashMap.newKeySet() : present;
          waiters.add(waiter);
          return waiters;
        });
  }

  private void remove(Waiter waiter) {
    waiting.computeIfPresent(
        waiter.key,
        (key, waiters) -> {
          if (waiters.remove(waiter)) {
            count.decrementAndGet();
          }
          return waiters.isEmpty() ? null : waiters;
        });
  }

  private final class Waiter {
    private final String key;
    private final Predicate<V> fits;
    private final Context context;
    private final Promise<Optional<V>> result = Promise.promise();
    private volatile long timer;
    private volatile boolean left;

    Waiter(String key, Predicate<V> fits, Context context) {
      this.key = key;
      this.fits = fits;
      this.context = context;
    }

    void timeIs(long id) {
      timer = id;
      // It may have been served before it knew its timer.
      if (left) {
        vertx.cancelTimer(id);
      }
    }

    void offer(V value) {
      if (fits.test(value)) {
        finish(Optional.of(value));
      }
    }

    void finish(Optional<V> value) {
      leave();
      context.runOnContext(ignored -> result.tryComplete(value));
    }

    void fail(Throwable cause) {
      leave();
      context.runOnContext(ignored -> result.tryFail(cause));
    }

    private void leave() {
      left = true;
      remove(this);
      vertx.cancelTimer(timer);
    }
  }
}
