package dev.helium.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoopLagTest {
  private static final Duration MOST = Duration.ofMillis(500);

  private final AtomicLong now = new AtomicLong(7);

  @Test
  void isBehindForASecondAfterATimerRangTooLateTwiceInARow() {
    // given
    LoopLag lag = new LoopLag(MOST, now::get);
    long due = now.get();
    pass(501);
    // when
    int late = lag.rang(due, 0);
    boolean once = lag.isBehind();
    lag.rang(due, late);
    // then
    assertThat(once).isFalse();
    assertThat(lag.isBehind()).isTrue();
    pass(999);
    assertThat(lag.isBehind()).isTrue();
    pass(1);
    assertThat(lag.isBehind()).isFalse();
  }

  @Test
  void isNotBehindWhileTimersRingInTime() {
    // given
    LoopLag lag = new LoopLag(MOST, now::get);
    long due = now.get();
    pass(500);
    // when
    int late = lag.rang(due, 1);
    // then
    assertThat(late).isZero();
    assertThat(lag.isBehind()).isFalse();
  }

  @Test
  void seesAnEventLoopThatIsHeldUp() throws Exception {
    // given
    Vertx vertx = Vertx.vertx();
    CountDownLatch held = new CountDownLatch(1);
    try {
      LoopLag lag = new LoopLag(Duration.ofMillis(50), System::nanoTime);
      vertx.runOnContext(
          ignored -> {
            lag.watch(vertx);
            // Once before each ring.
            vertx.setPeriodic(1, again -> hold(held));
          });
      // when, then
      await().until(lag::isBehind);
    } finally {
      held.countDown();
      vertx.close().await(60, TimeUnit.SECONDS);
    }
  }

  /** Longer than the time between two rings; an event loop that is busy looks the same. */
  private static void hold(CountDownLatch held) {
    try {
      boolean _ = held.await(300, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(long milliseconds) {
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }
}
