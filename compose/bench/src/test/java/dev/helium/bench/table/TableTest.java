package dev.helium.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Part;
import dev.helium.bench.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Map<String, Row> rows = new LinkedHashMap<>();

  @Test
  void showsOursBesideThePeersWhatIsWantedAndWhereTheTimeGoes() {
    // given
    rows.put(
        "ready",
        new Row(
            List.of(
                Measure.time("request to ready", "ms", 519)
                    .beside("bare client", 178)
                    .wantedRatio(2.5),
                Measure.time("p99", "ms", 816)),
            List.of(new Part("program", 372), new Part("the rest", 35.5))));
    rows.put("core", Row.of(List.of(Measure.rate("decided", "a second", 1888).wanted(1000))));
    // then
    assertThat(new Table(rows).markdown())
        .isEqualTo(
            """
            | row | work | peer | ours | ratio | wanted | met? |
            |---|---|---|---|---|---|---|
            | ready | request to ready | bare client: 178 ms | 519 ms | 2.92 | ratio ≤ 2.50 | no |
            |  | p99 |  | 816 ms |  |  |  |
            | core | decided |  | 1,888 a second |  | ≥ 1,000 a second | yes |

            Where the time goes, in milliseconds:

            - ready: program 372, the rest 35.5
            """);
    assertThat(new Table(rows).text())
        .startsWith("row    work              peer                 ours            ratio")
        .contains("\nready  request to ready  bare client: 178 ms  519 ms          2.92")
        .endsWith("  ready: program 372, the rest 35.5\n");
  }

  @Test
  void numbersHaveThreeDigitsThatCount() {
    assertThat(Line.number(0.01667)).isEqualTo("0.017");
    assertThat(Line.number(2.5)).isEqualTo("2.50");
    assertThat(Line.number(12.34)).isEqualTo("12.3");
    assertThat(Line.number(1_234_567)).isEqualTo("1,234,567");
    assertThat(Line.number(0)).isEqualTo("0");
  }
}
