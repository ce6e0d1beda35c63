package dev.helium.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BucketsTest {
  private static final Rate TWO_AT_ONCE = new Rate(Duration.ofSeconds(1), 2);

  private final AtomicLong now = new AtomicLong(1_000);

  @Test
  void countsEachNameForItself() {
    // given
    Buckets buckets = new Buckets(TWO_AT_ONCE, 10, now::get);
    buckets.take("ada");
    buckets.take("ada");
    // when, then
    assertThat(buckets.take("ada").granted()).isFalse();
    assertThat(buckets.take("ben").granted()).isTrue();
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(buckets.take("ada").granted()).isTrue();
  }

  @Test
  void namesBeyondTheMostShareOneBucket() {
    // given
    Buckets buckets = new Buckets(TWO_AT_ONCE, 1, now::get);
    buckets.take("ada");
    // when
    boolean second = buckets.take("ben").granted();
    boolean third = buckets.take("cy").granted();
    boolean fourth = buckets.take("dan").granted();
    // then
    assertThat(second).isTrue();
    assertThat(third).isTrue();
    assertThat(fourth).isFalse();
    assertThat(buckets.take("ada").granted()).isTrue();
    assertThat(buckets.size()).isEqualTo(1);
  }

  @Test
  void forgetsBucketsThatAreFullAgain() {
    // given
    Buckets buckets = new Buckets(TWO_AT_ONCE, 2, now::get);
    buckets.take("ada");
    buckets.take("ben");
    now.addAndGet(Duration.ofMinutes(1).toNanos());
    // when
    buckets.take("cy");
    // then
    assertThat(buckets.size()).isEqualTo(1);
  }

  @Test
  void givesBackWhatWasTaken() {
    // given
    Buckets buckets = new Buckets(TWO_AT_ONCE, 10, now::get);
    buckets.take("ada");
    buckets.take("ada");
    // when
    buckets.giveBack("ada");
    // then
    assertThat(buckets.take("ada").granted()).isTrue();
    assertThat(buckets.take("ada").granted()).isFalse();
  }

  @Test
  void manyAtOnceGetNoMoreThanThereIs() {
    // given
    Buckets buckets = new Buckets(new Rate(Duration.ofHours(1), 500), 10, now::get);
    AtomicInteger granted = new AtomicInteger();
    // when
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int thread = 0; thread < 4; thread++) {
        threads.execute(
            () -> {
              for (int turn = 0; turn < 1_000; turn++) {
                granted.addAndGet(buckets.take("ada").granted() ? 1 : 0);
              }
            });
      }
    }
    // then
    assertThat(granted).hasValue(500);
  }
}
