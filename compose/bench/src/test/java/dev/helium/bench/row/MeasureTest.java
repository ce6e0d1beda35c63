package dev.helium.bench.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MeasureTest {
  @Test
  void aTimeIsMetWhenItIsNoLongerThanWanted() {
    assertThat(Measure.time("read", "ms", 9).wanted(10).isMet()).contains(true);
    assertThat(Measure.time("read", "ms", 10).wanted(10).isMet()).contains(true);
    assertThat(Measure.time("read", "ms", 11).wanted(10).isMet()).contains(false);
  }

  @Test
  void aRateIsMetWhenItIsNoLowerThanWanted() {
    Measure made = Measure.rate("made", "a minute", 70).beside("bare client", 100);
    assertThat(made.wantedRatio(0.7).isMet()).contains(true);
    assertThat(made.wantedRatio(0.8).isMet()).contains(false);
  }

  @Test
  void whatNobodyWantsOrNobodyElseCanDoHereIsNeitherMetNorMissed() {
    assertThat(Measure.time("read", "ms", 9).isMet()).isEmpty();
    assertThat(Measure.time("ready", "ms", 9).wantedRatio(2.5).isMet()).isEmpty();
    assertThat(Measure.time("ready", "ms", 9).ratio()).isEmpty();
  }

  @Test
  void theRatioIsOursAsAMultipleOfThePeers() {
    assertThat(Measure.time("ready", "ms", 500).beside("bare client", 200).ratio()).hasValue(2.5);
  }

  @Test
  void whatIsNoNumberIsNoMeasure() {
    assertThatThrownBy(() -> Measure.time("read", "ms", Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("read");
    assertThatThrownBy(() -> Measure.time("read", "ms", 1).beside("nobody", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nobody");
  }
}
