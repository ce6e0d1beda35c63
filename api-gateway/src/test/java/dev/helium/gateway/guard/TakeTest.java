package dev.helium.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The arithmetic of a bucket, at instants that are made up. */
class TakeTest {
  /** A token every microsecond, three at once. */
  private static final Rate RATE = new Rate(Duration.ofNanos(1_000), 3);

  private static final long INTERVAL = 1_000;

  @Test
  void aFullBucketGivesItsBurstAndThenNothing() {
    // given
    long bucket = 0;
    // when
    Take first = Take.from(RATE, bucket, 0);
    Take second = Take.from(RATE, first.fullAt(), 0);
    Take third = Take.from(RATE, second.fullAt(), 0);
    Take fourth = Take.from(RATE, third.fullAt(), 0);
    // then
    assertThat(first.granted()).isTrue();
    assertThat(first.left()).isEqualTo(2);
    assertThat(third.granted()).isTrue();
    assertThat(third.left()).isZero();
    assertThat(fourth.granted()).isFalse();
    assertThat(fourth.fullAt()).isEqualTo(third.fullAt());
    assertThat(fourth.untilNext()).isEqualTo(INTERVAL);
  }

  @Test
  void aTokenComesBackWithEachInterval() {
    // given
    long empty = 3 * INTERVAL;
    // when, then
    assertThat(Take.from(RATE, empty, INTERVAL - 1).granted()).isFalse();
    assertThat(Take.from(RATE, empty, INTERVAL - 1).untilNext()).isEqualTo(1);
    assertThat(Take.from(RATE, empty, INTERVAL).granted()).isTrue();
    assertThat(Take.from(RATE, empty, INTERVAL).left()).isZero();
    assertThat(Take.from(RATE, empty, 2 * INTERVAL).left()).isEqualTo(1);
  }

  @Test
  void aBucketNeverHoldsMoreThanItsBurst() {
    // given, when
    Take take = Take.from(RATE, 0, 1_000 * INTERVAL);
    // then
    assertThat(take.left()).isEqualTo(2);
    assertThat(Take.isFull(0, 1_000 * INTERVAL)).isTrue();
    assertThat(Take.isFull(take.fullAt(), 1_000 * INTERVAL)).isFalse();
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    // given
    long empty = 3 * INTERVAL;
    // when
    long bucket = Take.giveBack(RATE, empty, 0);
    // then
    assertThat(Take.from(RATE, bucket, 0).granted()).isTrue();
    assertThat(Take.giveBack(RATE, 0, 0)).isZero();
  }

  @Test
  void theClockMayBeginAnywhere() {
    // given
    long now = Long.MAX_VALUE - INTERVAL / 2;
    // when
    Take first = Take.from(RATE, now, now);
    Take later = Take.from(RATE, first.fullAt(), now + INTERVAL);
    // then
    assertThat(first.left()).isEqualTo(2);
    assertThat(later.left()).isEqualTo(2);
  }

  @Test
  void grantsWhatABucketThatIsFilledTokenByTokenGrants() {
    // given
    Random random = new Random(20260711);
    for (int round = 0; round < 200; round++) {
      int burst = 1 + random.nextInt(6);
      Rate rate = new Rate(Duration.ofNanos(INTERVAL), burst);
      long fullAt = 0;
      long now = 0;
      // In thousandths of a token.
      long tokens = burst * INTERVAL;
      for (int step = 0; step < 200; step++) {
        long pause = random.nextInt(3) == 0 ? random.nextInt(5_000) : random.nextInt(600);
        now += pause;
        tokens = Math.min(burst * INTERVAL, tokens + pause);
        boolean expected = tokens >= INTERVAL;
        // when
        Take take = Take.from(rate, fullAt, now);
        fullAt = take.fullAt();
        tokens -= expected ? INTERVAL : 0;
        // then
        assertThat(take.granted()).as("round %d, step %d", round, step).isEqualTo(expected);
        assertThat(take.left()).isEqualTo((int) (tokens / INTERVAL));
        assertThat(take.untilNext()).isBetween(0L, INTERVAL);
      }
    }
  }
}
