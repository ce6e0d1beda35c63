package dev.helium.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenTokensTest {
  @Test
  void knowsWhatWasAddedAndNothingElse() {
    // given
    SeenTokens seen = new SeenTokens(10);
    // when
    seen.add("Bearer one");
    // then
    assertThat(seen.contains("Bearer one")).isTrue();
    assertThat(seen.contains("Bearer two")).isFalse();
  }

  @Test
  void forgetsWhatWasNotUsedForLongest() {
    // given
    SeenTokens seen = new SeenTokens(4);
    seen.add("used");
    seen.add("unused");
    // when
    for (int number = 0; number < 20; number++) {
      seen.add("another " + number);
      assertThat(seen.contains("used")).isTrue();
    }
    // then
    assertThat(seen.contains("unused")).isFalse();
  }
}
