package dev.helium.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StandstillTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AtomicLong now = new AtomicLong();
  private final Standstill standstill = new Standstill(now::get);

  @Test
  void isNothingWhileNothingWaits() {
    // when
    later();
    // then
    assertThat(standstill.length()).isZero();
  }

  @Test
  void isCountedFromTheLastProgress() {
    // given
    standstill.begins();
    later();
    standstill.begins();
    // when
    later();
    // then
    assertThat(standstill.length()).isBetween(MINUTE.minusNanos(1), MINUTE);
  }

  @Test
  void endsWithWhatWaited() {
    // given
    standstill.begins();
    later();
    // when
    standstill.ends();
    // then
    assertThat(standstill.length()).isZero();
  }

  private void later() {
    now.addAndGet(MINUTE.toNanos());
  }
}
