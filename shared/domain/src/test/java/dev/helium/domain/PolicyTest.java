package dev.helium.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PolicyTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void aWorkspaceEndsByDefaultAtTheMidnightEndingItsFirstDay() {
    // given 23:30 on 28 March in Berlin, the evening before the clocks go forward
    Instant now = Instant.parse("2026-03-28T22:30:00Z");
    // then
    assertThat(new ExpiryPolicy(BERLIN, 1, 90).defaultExpiry(now))
        .isEqualTo("2026-03-28T23:00:00Z");
    assertThat(new ExpiryPolicy(BERLIN, 2, 90).defaultExpiry(now))
        .isEqualTo("2026-03-29T22:00:00Z");
  }

  @Test
  void aMidnightThatAClockChangeSkipsIsTheFirstInstantAfterIt() {
    // given Beirut, where clocks go from 24:00 to 01:00
    ExpiryPolicy policy = new ExpiryPolicy(ZoneId.of("Asia/Beirut"), 1, 90);
    // then
    assertThat(policy.endOf(LocalDate.of(2026, 3, 28))).isEqualTo("2026-03-28T22:00:00Z");
  }

  @Test
  void aDefaultBeyondTheMaximumIsRefused() {
    assertThatThrownBy(() -> new ExpiryPolicy(BERLIN, 91, 90))
        .hasMessage("the default expiry must be between 1 and 90 days");
    assertThatThrownBy(() -> new ExpiryPolicy(BERLIN, 0, 90))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pausesDoubleUpToTheLongest() {
    // given
    RetryPolicy policy = new RetryPolicy(4, Duration.ofSeconds(2), Duration.ofSeconds(5));
    // then
    assertThat(Stream.of(1, 2, 3, 1000).map(policy::pauseAfter))
        .containsExactly(
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
    assertThat(policy.allowsAfter(3)).isTrue();
    assertThat(policy.allowsAfter(4)).isFalse();
  }

  @Test
  void madeUpNamesKeepTheRuleAndDiffer() {
    // given
    NameGenerator names = new NameGenerator(new Random(1));
    // when
    Set<WorkspaceId> made = Stream.generate(names::next).limit(1000).collect(Collectors.toSet());
    // then
    assertThat(made).hasSize(1000);
  }

  @Test
  void longMessagesAreCut() {
    assertThat(new Failure(FailureKind.INTERNAL, "x".repeat(501)).message())
        .hasSize(500)
        .endsWith("…");
  }
}
