package dev.helium.pages.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LifetimeTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

  @Test
  void aLengthCountsFromWhenTheFormWasShownSoThatSendingItTwiceAsksForTheSame() {
    // given
    Typed typed = Typed.of(Map.of("length", "PT4H", "shown", "2026-11-29T11:59:00Z"));

    // then
    assertThat(Lifetime.of(typed, NOW).expiry()).isEqualTo("2026-11-29T15:59:00Z");
    assertThat(Lifetime.of(typed, NOW.plusSeconds(3)).expiry()).isEqualTo("2026-11-29T15:59:00Z");
  }

  @Test
  void aFormThatWasOpenForLongOrComesFromTheFutureCountsFromNow() {
    for (String shown : new String[] {"2026-11-28T11:59:00Z", "2027-01-01T00:00:00Z", "x"}) {
      // given
      Typed typed = Typed.of(Map.of("length", "PT24H", "shown", shown));

      // then
      assertThat(Lifetime.of(typed, NOW).expiry()).isEqualTo("2026-11-30T12:00:00Z");
    }
  }

  @Test
  void aDayAndAnInstantAreWhatTheyAre() {
    assertThat(Lifetime.of(Typed.of(Map.of("expiry", "2026-12-24")), NOW).expiry())
        .isEqualTo("2026-12-24");
    assertThat(Lifetime.of(Typed.of(Map.of("until", "2026-12-24T18:30")), NOW).expiry())
        .isEqualTo("2026-12-24T18:30:00Z");
  }

  @Test
  void twoWaysAtOnceAndOthersAreWrong() {
    assertThat(Lifetime.of(Typed.of(Map.of("expiry", "2026-12-24", "length", "PT4H")), NOW).wrong())
        .startsWith("must be said in one way");
    assertThat(Lifetime.of(Typed.of(Map.of("length", "PT5H")), NOW).wrong()).isNotEmpty();
    assertThat(Lifetime.of(Typed.of(Map.of("until", "tomorrow")), NOW).wrong()).isNotEmpty();
  }
}
