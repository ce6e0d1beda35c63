package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.launcher.client.TimelineStage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimelineChartTest {
  private static final long BEGIN = 1_700_000_000_000L;

  @Test
  void stagesLieWhereTheyLieInTime() {
    assertThat(
            new TimelineChart(45)
                .lines(
                    List.of(
                        done("decided", 0, 0),
                        done("applied", 0, 2_000),
                        done("scheduled", 2_000, 500),
                        new TimelineStage("images", "under-way", BEGIN + 2_500, 7_500),
                        new TimelineStage(
                            "ready", "to-come", TimelineStage.UNKNOWN, TimelineStage.UNKNOWN))))
        .containsExactly(
            "decided    │                    0 ms",
            "applied    ████                 2.0 s",
            "scheduled      █                500 ms",
            "images          ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 7.5 s …",
            "ready                           to come");
  }

  @Test
  void whatNobodyNotedSaysSo() {
    assertThat(
            new TimelineChart(80)
                .lines(
                    List.of(
                        new TimelineStage(
                            "images", "done", TimelineStage.UNKNOWN, TimelineStage.UNKNOWN)))
                .getFirst())
        .startsWith("images ")
        .endsWith(" not noted");
  }

  @Test
  void aDeletionMonthsLaterHasAScaleOfItsOwn() {
    // when
    List<String> lines =
        new TimelineChart(45)
            .lines(
                List.of(
                    done("applied", 0, 1_000),
                    done("ready", 1_000, 1_000),
                    done("destroyed", 9_000_000_000L, 1_000),
                    done("deleted", 9_000_001_000L, 1_000)));
    // then
    assertThat(lines)
        .containsExactly(
            "applied    ██████████           1.0 s",
            "ready                ██████████ 1.0 s",
            "destroyed  ██████████           1.0 s",
            "deleted              ██████████ 1.0 s");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 45, 80, 500})
  void everyLineFitsIntoTheTerminalOrTheNarrowestChart(int columns) {
    assertThat(
            new TimelineChart(columns)
                .lines(
                    List.of(
                        done("applied", 0, 59_900),
                        done("scheduled", 59_900, 1),
                        new TimelineStage("images", "under-way", BEGIN + 59_901, 35_999_000))))
        .allSatisfy(
            line -> assertThat(line.length()).isLessThanOrEqualTo(Math.clamp(columns, 36, 86)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "999, 999 ms",
    "1000, 1.0 s",
    "59999, 60.0 s",
    "60000, 1 min 0 s",
    "3599000, 59 min 59 s",
    "3600000, 1 h 0 min",
    "90061000, 25 h 1 min"
  })
  void durationsAreReadable(long milliseconds, String words) {
    assertThat(TimelineChart.duration(milliseconds)).isEqualTo(words);
  }

  private static TimelineStage done(String name, long begin, long took) {
    return new TimelineStage(name, "done", BEGIN + begin, took);
  }
}
