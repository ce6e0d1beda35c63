package dev.helium.service.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.spi.VertxMetricsFactory;
import io.vertx.core.spi.metrics.PoolMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import java.util.EnumMap;
import java.util.Map;

/** Measures the pools of threads of a Vert.x, and nothing else of it. */
final class PoolMeters implements VertxMetricsFactory, VertxMetrics {
  private static final String OF_THREADS = "worker";

  private final Map<Pool, PoolMeter> pools = new EnumMap<>(Pool.class);

  private PoolMeters(MeterRegistry meters) {
    for (Pool pool : Pool.values()) {
      pools.put(pool, new PoolMeter(pool, meters));
    }
  }

  /** A Vert.x whose pools are measured. */
  static Vertx vertx(VertxOptions options, MeterRegistry meters) {
    return Vertx.builder().with(options).withMetrics(new PoolMeters(meters)).build();
  }

  @Override
  public VertxMetrics metrics(VertxOptions options) {
    return this;
  }

  /** None of what is no pool of threads, such as one of connections. */
  @Override
  public PoolMetrics<?, ?> createPoolMetrics(String type, String name, int most) {
    if (!type.equals(OF_THREADS)) {
      return null;
    }
    PoolMeter meter = pools.get(Pool.of(name));
    meter.grow(most);
    return new OnePool(meter, most);
  }

  /**
   * One pool.
   *
   * @param threads that it may have
   */
  private record OnePool(PoolMeter meter, int threads) implements PoolMetrics<Long, PoolMeter> {
    @Override
    public Long enqueue() {
      meter.enqueued();
      return System.nanoTime();
    }

    @Override
    public void dequeue(Long since) {
      meter.dequeued(System.nanoTime() - since);
    }

    @Override
    public PoolMeter begin() {
      meter.begun();
      return meter;
    }

    @Override
    public void end(PoolMeter begun) {
      begun.ended();
    }

    @Override
    public void close() {
      meter.grow(-threads);
    }
  }
}
