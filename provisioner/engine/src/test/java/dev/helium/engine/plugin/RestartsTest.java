package dev.helium.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestartsTest {
  private final AtomicLong now = new AtomicLong();
  private final Restarts restarts = new Restarts(now::get);

  @Test
  void startsAgainAtOnceAfterOneDeath() {
    // given
    restarts.started();
    // when
    restarts.died();
    // then
    assertThat(restarts.pause()).isZero();
  }

  @Test
  void waitsLongerAfterEveryDeathAndThenRefuses() {
    // given
    die(2);
    var first = restarts.pause();
    // when
    die(1);
    var second = restarts.pause();
    die(2);
    // then
    assertThat(second).isGreaterThan(first);
    assertThatThrownBy(restarts::pause)
        .hasMessageContaining("died 5 times in a row and is not started again for 60 s");
    now.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(restarts.pause()).isZero();
  }

  @Test
  void forgivesAPluginThatLivedLong() {
    // given
    die(4);
    restarts.started();
    now.addAndGet(Duration.ofMinutes(2).toNanos());
    // when
    restarts.died();
    // then
    assertThat(restarts.pause()).isZero();
  }

  private void die(int times) {
    for (int time = 0; time < times; time++) {
      restarts.started();
      restarts.died();
    }
  }
}
