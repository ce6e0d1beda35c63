package dev.helium.service.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.WorkerExecutor;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PoolMetersTest {
  private final ServiceMeters meters = new ServiceMeters("example");
  private final Vertx vertx = meters.vertx(new VertxOptions().setWorkerPoolSize(7));
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @AfterEach
  void close() {
    mayEnd.countDown();
    vertx.close().await();
  }

  @Test
  void showsHowManyThreadsThereAre() {
    assertThat(value("helium_pool_threads", "worker")).isEqualTo(7);
  }

  @Test
  void showsWhoWorksAndWhoWaits() throws InterruptedException, TimeoutException {
    // given a pool of one thread that is busy
    WorkerExecutor pool = vertx.createSharedWorkerExecutor("cluster-some-workspace", 1);
    Future<?> first = pool.executeBlocking(this::block, false);
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
    // when
    Future<?> second = pool.executeBlocking(() -> "done", false);
    // then
    assertThat(value("helium_pool_threads", "cluster")).isEqualTo(1);
    assertThat(value("helium_pool_threads_busy", "cluster")).isEqualTo(1);
    assertThat(value("helium_pool_queue_tasks", "cluster")).isEqualTo(1);
    // when it goes on
    mayEnd.countDown();
    Future.all(first, second).await(60, TimeUnit.SECONDS);
    pool.close().await(60, TimeUnit.SECONDS);
    // then
    assertThat(value("helium_pool_queue_tasks", "cluster")).isZero();
    assertThat(value("helium_pool_wait_seconds_count", "cluster")).isEqualTo(2);
    assertThat(value("helium_pool_threads", "cluster")).isZero();
  }

  @Test
  void poolsOfManyClustersAreCountedTogether() {
    // given
    long before = meters.scrape().ours();
    // when
    for (int number = 0; number < 50; number++) {
      vertx.createSharedWorkerExecutor("cluster-" + number, 2);
    }
    // then
    assertThat(value("helium_pool_threads", "cluster")).isEqualTo(100);
    assertThat(meters.scrape().ours()).isEqualTo(before);
  }

  private String block() throws InterruptedException {
    begun.countDown();
    return Boolean.toString(mayEnd.await(60, TimeUnit.SECONDS));
  }

  private double value(String name, String pool) {
    return meters.scrape().sum(name, Map.of("pool", pool));
  }
}
