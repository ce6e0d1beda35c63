package dev.helium.gateway.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

  @Test
  void everyPauseIsItsOwnOrALittleLongerAndThenThereIsNone() {
    // given
    Random random = new Random(1);
    List<Duration> pauses = RetrySchedule.DEFAULT.pauses();
    for (int failures = 1; failures <= pauses.size(); failures++) {
      for (int round = 0; round < 100; round++) {
        // when
        Duration pause = RetrySchedule.DEFAULT.pauseAfter(failures, random).orElseThrow();
        // then
        assertThat(pause)
            .isBetween(
                pauses.get(failures - 1), pauses.get(failures - 1).multipliedBy(12).dividedBy(10));
      }
    }
    assertThat(RetrySchedule.DEFAULT.pauseAfter(pauses.size() + 1, random)).isEmpty();
  }

  @Test
  void aScheduleHasAnEnd() {
    for (List<Duration> wrong :
        List.of(
            List.<Duration>of(),
            List.of(Duration.ZERO),
            List.of(Duration.ofDays(8)),
            List.of(Duration.ofSeconds(-1)))) {
      assertThatThrownBy(() -> new RetrySchedule(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aReceiverMayAskToBeLeftAloneWithinBounds() {
    assertThat(after("120")).isEqualTo(Duration.ofMinutes(2));
    assertThat(after("Mon, 01 Jun 2026 10:00:30 GMT")).isEqualTo(Duration.ofSeconds(30));
    assertThat(after("Mon, 01 Jun 2026 09:00:00 GMT")).isEqualTo(Duration.ZERO);
    assertThat(after("99999999")).isEqualTo(Duration.ofHours(1));
    for (String wrong : List.of("", "-5", "soon", "9999999999999", "1.5")) {
      assertThat(after(wrong)).as(wrong).isEqualTo(Duration.ZERO);
    }
  }

  private static Duration after(String header) {
    return RetryAfter.of(header, NOW, Duration.ofHours(1));
  }
}
