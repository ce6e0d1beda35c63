package dev.helium.service.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What is measured of the threads of one kind, however many pools they are in. */
final class PoolMeter {
  private final AtomicInteger threads = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger queued = new AtomicInteger();
  private final Timer wait;

  PoolMeter(Pool pool, MeterRegistry meters) {
    gauge(pool, "helium.pool.threads", "Threads that may work at once", threads, meters);
    gauge(pool, "helium.pool.threads.busy", "Threads that work", busy, meters);
    gauge(pool, "helium.pool.queue.tasks", "Tasks that wait for a thread", queued, meters);
    this.wait =
        Timer.builder("helium.pool.wait")
            .description("How long tasks waited for a thread")
            .tag("pool", pool.word())
            .register(meters);
  }

  void grow(int by) {
    threads.addAndGet(by);
  }

  void enqueued() {
    queued.incrementAndGet();
  }

  void dequeued(long nanoseconds) {
    queued.decrementAndGet();
    wait.record(nanoseconds, TimeUnit.NANOSECONDS);
  }

  void begun() {
    busy.incrementAndGet();
  }

  void ended() {
    busy.decrementAndGet();
  }

  private static void gauge(
      Pool pool, String name, String what, AtomicInteger value, MeterRegistry meters) {
    Gauge.builder(name, value, AtomicInteger::get)
        .description(what)
        .tag("pool", pool.word())
        .strongReference(true)
        .register(meters);
  }
}
