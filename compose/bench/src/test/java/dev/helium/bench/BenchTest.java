package dev.helium.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.bench.kept.KeptFile;
import dev.helium.bench.kept.Machine;
import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Row;
import dev.helium.bench.run.Benchmark;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
  private static final Machine MACHINE = new Machine("fast", 2, 24_000, "Linux", "25");
  private static final LocalDate DAY = LocalDate.parse("2026-03-01");
  private static final Benchmark FIRST = new Named("first", Map.of());
  private static final Benchmark SECOND = new Named("second", Map.of());
  private static final List<Benchmark> ALL = List.of(FIRST, SECOND);

  @TempDir Path directory;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Map<String, Double> ours = new HashMap<>();
  private final Set<String> alone = new HashSet<>();
  private final List<String> ran = new ArrayList<>();
  private KeptFile file;
  private Bench bench;

  private record Named(String name, Map<String, String> absent) implements Benchmark {
    @Override
    public String question() {
      return "How long does " + name + " take?";
    }

    @Override
    public List<String> arguments(boolean quick) {
      return List.of(name);
    }
  }

  @BeforeEach
  void describe() {
    file = new KeptFile(directory);
    bench =
        new Bench(ALL, this::measure, file, new PrintStream(said, true, StandardCharsets.UTF_8));
    ours.put("first", 200.0);
    ours.put("second", 300.0);
  }

  @Test
  void keepsWhatWasMeasuredWithItsMachineAndCommit() throws Exception {
    // when
    boolean good = run(ALL, Bench.Keeping.UNLESS_WORSE, "abc");
    // then
    assertThat(good).isTrue();
    assertThat(ran).containsExactly("first", "second");
    assertThat(file.read().keySet()).containsExactly("first", "second");
    assertThat(file.read().get("first").machine()).isEqualTo(MACHINE);
    assertThat(file.read().get("first").commit()).isEqualTo("abc");
    assertThat(file.read().get("first").row()).isEqualTo(row(200));
    assertThat(Files.readString(file.page()))
        .contains("| first | work | peer: 100 ms | 200 ms | 2.00 |")
        .contains("2026-03-01, of abc, on 2 cores (fast), 24000 MiB, Linux, JDK 25: first, second");
    assertThat(text()).contains("How long does first take?", "Nothing is kept", "2.00");
  }

  @Test
  void oneRowReplacesItselfAlone() throws Exception {
    // given
    run(ALL, Bench.Keeping.UNLESS_WORSE, "abc");
    ours.put("second", 250.0);
    // when
    run(List.of(SECOND), Bench.Keeping.UNLESS_WORSE, "def");
    // then
    assertThat(file.read().keySet()).containsExactly("first", "second");
    assertThat(file.read().get("first").commit()).isEqualTo("abc");
    assertThat(file.read().get("second").commit()).isEqualTo("def");
    assertThat(file.read().get("second").row()).isEqualTo(row(250));
  }

  @Test
  void whatHasBecomeWorseIsShownAndDoesNotReplaceWhatIsKept() throws Exception {
    // given
    run(ALL, Bench.Keeping.UNLESS_WORSE, "abc");
    ours.put("first", 250.0);
    // when
    boolean good = run(ALL, Bench.Keeping.UNLESS_WORSE, "def");
    // then
    assertThat(good).isFalse();
    assertThat(text())
        .contains(
            "first: work, beside peer: the ratio was 2.000, of abc, and is 2.500, 25 % worse");
    assertThat(file.read().get("first").commit()).isEqualTo("abc");
    // when somebody says so
    run(ALL, Bench.Keeping.ANYHOW, "def");
    // then
    assertThat(file.read().get("first").commit()).isEqualTo("def");
  }

  @Test
  void whatBecomesWorseInSmallStepsIsShownToo() throws Exception {
    // given
    run(ALL, Bench.Keeping.UNLESS_WORSE, "abc");
    ours.put("first", 218.0);
    assertThat(run(ALL, Bench.Keeping.UNLESS_WORSE, "def")).isTrue();
    ours.put("first", 236.0);
    // when
    boolean good = run(ALL, Bench.Keeping.UNLESS_WORSE, "ghi");
    // then
    assertThat(good).isFalse();
    assertThat(text()).contains("the ratio was 2.000, of abc, and is 2.360, 18 % worse");
    assertThat(file.read().get("first").commit()).isEqualTo("def");
  }

  @Test
  void aRatioThatIsMissingDoesNotReplaceWhatIsKept() throws Exception {
    // given
    run(ALL, Bench.Keeping.UNLESS_WORSE, "abc");
    alone.add("first");
    // when
    boolean good = run(ALL, Bench.Keeping.UNLESS_WORSE, "def");
    // then
    assertThat(good).isFalse();
    assertThat(text())
        .contains(
            "Kept, and not measured any more:",
            "first: work, beside peer: the ratio was 2.000, of abc");
    assertThat(file.read().get("first").row()).isEqualTo(row(200));
    // when somebody says so
    run(ALL, Bench.Keeping.ANYHOW, "def");
    // then
    assertThat(file.read().get("first").best()).isEmpty();
  }

  @Test
  void aRatioWhosePeerIsAwayIsSaidToBeMissingAndStays() throws Exception {
    // given
    run(ALL, Bench.Keeping.UNLESS_WORSE, "abc");
    alone.add("first");
    List<Benchmark> rows = List.of(new Named("first", Map.of("peer", "the peer is not here")));
    // when
    boolean good = run(rows, Bench.Keeping.UNLESS_WORSE, "def");
    // then
    assertThat(good).isTrue();
    assertThat(text())
        .contains("Not measured here, so what is kept stays:", "of abc; the peer is not here");
    assertThat(file.read().get("first").commit()).isEqualTo("def");
    // and it is what the next one is compared with
    alone.clear();
    ours.put("first", 250.0);
    assertThat(run(ALL, Bench.Keeping.UNLESS_WORSE, "ghi")).isFalse();
  }

  @Test
  void whatIsNotCommittedIsNotKeptUnlessSomebodySaysSo() throws Exception {
    // when
    boolean good = run(ALL, Bench.Keeping.UNLESS_WORSE, "abc-dirty");
    // then
    assertThat(good).isTrue();
    assertThat(text())
        .contains("What is measured is not committed", "Not kept; --keep keeps it anyhow.");
    assertThat(file.read()).isEmpty();
    // when
    run(ALL, Bench.Keeping.ANYHOW, "abc-dirty");
    // then
    assertThat(file.read().get("first").commit()).isEqualTo("abc-dirty");
  }

  @Test
  void aRowThatFailsIsNamedAndTheOthersGoOn() throws Exception {
    // given
    ours.remove("first");
    // when
    boolean good = run(ALL, Bench.Keeping.UNLESS_WORSE, "abc");
    // then
    assertThat(good).isFalse();
    assertThat(text()).contains("Not measured: first", "3.00");
    assertThat(file.read()).isEmpty();
  }

  @Test
  void whatIsNotToBeKeptIsNot() throws Exception {
    assertThat(run(ALL, Bench.Keeping.NOT, "abc")).isTrue();
    assertThat(file.read()).isEmpty();
    assertThat(text()).contains("Not kept.");
    // and nothing of it is missed
    run(ALL, Bench.Keeping.UNLESS_WORSE, "abc");
    alone.add("first");
    assertThat(run(ALL, Bench.Keeping.NOT, "def")).isTrue();
  }

  private boolean run(List<Benchmark> rows, Bench.Keeping keeping, String commit)
      throws InterruptedException {
    return bench.run(rows, keeping, MACHINE, commit, DAY);
  }

  private Optional<Row> measure(Benchmark benchmark) {
    ran.add(benchmark.name());
    return Optional.ofNullable(ours.get(benchmark.name()))
        .map(
            value ->
                alone.contains(benchmark.name())
                    ? Row.of(List.of(Measure.time("work", "ms", value)))
                    : row(value));
  }

  private static Row row(double value) {
    return Row.of(List.of(Measure.time("work", "ms", value).beside("peer", 100)));
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
