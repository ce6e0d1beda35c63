package dev.helium.pages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactLengthTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT0.02S, 0 s",
    "PT1.5S, 1.5 s",
    "PT42.9S, 42 s",
    "PT2M, 2 min",
    "PT2M14S, 2 min 14 s",
    "PT3H5M9S, 3 h 5 min",
    "PT52H, 2 d 4 h"
  })
  void aLengthIsSaidInItsTwoLargestUnits(Duration length, String words) {
    // when
    String said = ExactLength.of(length);

    // then
    assertThat(said).isEqualTo(words);
  }
}
