package dev.helium.bench.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegressionTest {
  private static final Machine MACHINE = new Machine("fast", 2, 24_000, "Linux", "25");

  @Test
  void aRatioThatIsWorseByMoreThanATenthIsShown() {
    // given
    Map<String, Kept> before = kept(Measure.time("ready", "ms", 500).beside("bare", 200));
    // then on a machine half as fast the same ratio is no regression
    assertThat(between(before, Measure.time("ready", "ms", 1000).beside("bare", 400))).isEmpty();
    assertThat(between(before, Measure.time("ready", "ms", 545).beside("bare", 200))).isEmpty();
    assertThat(between(before, Measure.time("ready", "ms", 600).beside("bare", 200)))
        .singleElement()
        .extracting(Regression::words)
        .isEqualTo(
            "row: ready, beside bare: the ratio was 2.500, of abc, and is 3.000, 20 % worse");
  }

  @Test
  void severalSmallStepsAreOneLargeOne() {
    // given a ratio that was kept, and one that was no more than a tenth worse
    Map<String, Kept> first = kept(Measure.time("ready", "ms", 500).beside("bare", 200));
    Measure worse = Measure.time("ready", "ms", 545).beside("bare", 200);
    assertThat(between(first, worse)).isEmpty();
    Map<String, Kept> second =
        Map.of("row", kept(worse).get("row").after(first.get("row"), Set.of()));
    // then another step of the same size is seen
    assertThat(between(second, Measure.time("ready", "ms", 594).beside("bare", 200)))
        .singleElement()
        .satisfies(regression -> assertThat(regression.before().ratio()).isEqualTo(2.5));
    // and one back is none
    assertThat(between(second, Measure.time("ready", "ms", 520).beside("bare", 200))).isEmpty();
  }

  @Test
  void ofARateLessIsWorse() {
    Map<String, Kept> before = kept(Measure.rate("made", "a minute", 80).beside("bare", 100));
    assertThat(between(before, Measure.rate("made", "a minute", 120).beside("bare", 100)))
        .isEmpty();
    assertThat(between(before, Measure.rate("made", "a minute", 60).beside("bare", 100)))
        .hasSize(1);
  }

  @Test
  void onlyTheSameWorkBesideTheSamePeerIsCompared() {
    Map<String, Kept> before = kept(Measure.time("ready", "ms", 500).beside("bare", 200));
    assertThat(between(before, Measure.time("ready", "ms", 900).beside("pulumi", 200))).isEmpty();
    assertThat(between(before, Measure.time("applied", "ms", 900).beside("bare", 200))).isEmpty();
    assertThat(between(before, Measure.time("ready", "ms", 900))).isEmpty();
    assertThat(
            Regression.between(
                before,
                Map.of(
                    "another",
                    Row.of(List.of(Measure.time("ready", "ms", 900).beside("bare", 200))))))
        .isEmpty();
  }

  private static Map<String, Kept> kept(Measure measure) {
    return Map.of(
        "row", new Kept(Row.of(List.of(measure)), MACHINE, "abc", LocalDate.parse("2026-03-01")));
  }

  private static List<Regression> between(Map<String, Kept> before, Measure now) {
    return Regression.between(before, Map.of("row", Row.of(List.of(now))));
  }
}
