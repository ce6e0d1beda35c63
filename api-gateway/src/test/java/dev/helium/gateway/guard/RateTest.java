package dev.helium.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void isReadAsRateAndBurst() {
    // given, when
    Rate rate = Rate.parse(" 200/400 ", SECOND);
    // then
    assertThat(rate.interval()).isEqualTo(Duration.ofMillis(5));
    assertThat(rate.burst()).isEqualTo(400);
    assertThat(rate.window()).isEqualTo(Duration.ofSeconds(2).toNanos());
    assertThat(Rate.parse("10/20", Duration.ofMinutes(1)).interval())
        .isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void refusesWhatIsNotARate() {
    // given, when, then
    for (String text :
        new String[] {"", "200", "200/", "-1/2", "1.5/2", "1/2/3", "1000001/1", "0/2", "2/0"}) {
      assertThatThrownBy(() -> Rate.parse(text, SECOND))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("must be RATE/BURST in whole numbers from 1 to 1000000, such as 200/400");
    }
    assertThat(Rate.parse("1000000/1000000", SECOND))
        .isEqualTo(Rate.perSecond(1_000_000, 1_000_000));
  }
}
