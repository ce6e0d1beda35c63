package dev.helium.bench.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MissingTest {
  private static final Measure BARE = Measure.time("up", "ms", 200).beside("bare", 100);
  private static final Measure PULUMI = Measure.time("up", "ms", 200).beside("pulumi", 8_000);
  private static final Map<String, Kept> BEFORE =
      Map.of(
          "row",
          new Kept(
              Row.of(List.of(BARE, PULUMI)),
              new Machine("fast", 2, 24_000, "Linux", "25"),
              "abc",
              LocalDate.parse("2026-03-01")));

  @Test
  void aRatioThatIsNotMeasuredAnyMoreIsMissing() {
    assertThat(missing(Map.of(), BARE, PULUMI)).isEmpty();
    assertThat(missing(Map.of(), BARE))
        .singleElement()
        .satisfies(
            missing -> {
              assertThat(missing.isExplained()).isFalse();
              assertThat(missing.words())
                  .isEqualTo("row: up, beside pulumi: the ratio was 0.025, of abc");
            });
  }

  @Test
  void soIsOneOfWorkThatIsCalledOtherwiseOrHasNoPeerAnyMore() {
    assertThat(missing(Map.of(), PULUMI, Measure.time("made", "ms", 200).beside("bare", 100)))
        .hasSize(1);
    assertThat(missing(Map.of(), PULUMI, Measure.time("up", "ms", 200))).hasSize(1);
  }

  @Test
  void whyAPeerIsAwayExplainsItsOwnRatiosOnly() {
    // given
    Map<String, Map<String, String>> absent =
        Map.of("row", Map.of("pulumi", "pulumi is not on the path"));
    // then
    assertThat(missing(absent, BARE))
        .singleElement()
        .satisfies(
            missing -> {
              assertThat(missing.isExplained()).isTrue();
              assertThat(missing.words()).endsWith("of abc; pulumi is not on the path");
            });
    assertThat(missing(absent, PULUMI)).noneMatch(Missing::isExplained).hasSize(1);
  }

  @Test
  void aRowThatIsNotRunOrIsNewMissesNothing() {
    assertThat(Missing.between(BEFORE, Map.of(), Map.of())).isEmpty();
    assertThat(Missing.between(Map.of(), Map.of("row", Row.of(List.of(BARE))), Map.of())).isEmpty();
  }

  private static List<Missing> missing(
      Map<String, Map<String, String>> absent, Measure... measures) {
    return Missing.between(BEFORE, Map.of("row", Row.of(List.of(measures))), absent);
  }
}
