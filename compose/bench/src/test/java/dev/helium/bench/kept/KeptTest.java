package dev.helium.bench.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTest {
  private static final Machine MACHINE = new Machine("fast", 2, 24_000, "Linux", "25");
  private static final LocalDate DAY = LocalDate.parse("2026-03-01");
  private static final Kept FIRST = kept("abc", time(200), rate(100));

  @TempDir Path directory;

  @Test
  void whatIsKeptFirstIsTheBest() {
    assertThat(FIRST.best())
        .containsExactly(
            new Best("ready", "bare", 2, "abc", DAY), new Best("made", "bare", 1, "abc", DAY));
    assertThat(FIRST.earlier()).isEmpty();
  }

  @Test
  void theBetterOneOfEachStays() {
    // when less is better of the one and more of the other
    Kept next = kept("def", time(205), rate(105)).after(FIRST, Set.of());
    // then
    assertThat(next.row()).isEqualTo(Row.of(List.of(time(205), rate(105))));
    assertThat(next.best())
        .containsExactly(
            new Best("ready", "bare", 2, "abc", DAY), new Best("made", "bare", 1.05, "def", DAY));
    assertThat(next.earlier()).containsExactly(new Best("ready", "bare", 2, "abc", DAY));
  }

  @Test
  void whatIsKeptAlthoughItIsMuchWorseIsTheBestFromThenOn() {
    Kept next = kept("def", time(300), rate(95)).after(FIRST, Set.of());
    assertThat(next.best())
        .containsExactly(
            new Best("ready", "bare", 3, "def", DAY), new Best("made", "bare", 1, "abc", DAY));
  }

  @Test
  void theBestBesideAPeerThatIsAwayStaysAndAnythingElseThatIsMissingGoes() {
    // given
    Kept before = kept("abc", time(200), Measure.time("ready", "ms", 200).beside("pulumi", 9_000));
    // when
    Kept away = kept("def", time(200)).after(before, Set.of("pulumi"));
    Kept gone = kept("def", time(200)).after(before, Set.of());
    // then
    assertThat(away.best()).extracting(Best::who).containsExactly("bare", "pulumi");
    assertThat(gone.best()).extracting(Best::who).containsExactly("bare");
  }

  @Test
  void isReadAsItWasWrittenAndShownWithTheBest() throws Exception {
    // given
    KeptFile file = new KeptFile(directory);
    Map<String, Kept> rows =
        Map.of("row", kept("def", time(205), rate(105)).after(FIRST, Set.of()));
    // when
    file.write(rows);
    // then
    assertThat(file.read()).isEqualTo(rows);
    assertThat(Files.readString(file.page()))
        .contains(
            "Best so far, which the next ones are compared with:",
            "- row: ready, beside bare: ratio 2.000, 2026-03-01, of abc\n")
        .doesNotContain("- row: made");
  }

  @Test
  void ofOneThatWasKeptWithoutTheBestItsRatiosAreTheBest() throws Exception {
    // given
    KeptFile file = new KeptFile(directory);
    Files.writeString(
        directory.resolve("result.json"),
        """
        {"rows": {"row": {
          "date": "2026-03-01",
          "commit": "abc",
          "machine":
            {"processor": "fast", "cores": 2, "mebibytes": 24000, "system": "Linux", "java": "25"},
          "row": {"measures": [
            {"work": "ready", "unit": "ms", "better": "LOWER", "ours": 200.0,
             "beside": {"who": "bare", "value": 100.0}},
            {"work": "made", "unit": "a minute", "better": "HIGHER", "ours": 100.0,
             "beside": {"who": "bare", "value": 100.0}}]}}}}
        """);
    // then
    assertThat(file.read()).isEqualTo(Map.of("row", FIRST));
  }

  private static Kept kept(String commit, Measure... measures) {
    return new Kept(Row.of(List.of(measures)), MACHINE, commit, DAY);
  }

  private static Measure time(double value) {
    return Measure.time("ready", "ms", value).beside("bare", 100);
  }

  private static Measure rate(double value) {
    return Measure.rate("made", "a minute", value).beside("bare", 100);
  }
}
