package dev.helium.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.bench.run.Benchmark;
import dev.helium.bench.run.Rows;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
  @Test
  void runsEveryRowAndKeepsItUnlessToldOtherwise() {
    Main main = parsed();
    assertThat(main.rows())
        .extracting(Benchmark::name)
        .isEqualTo(Rows.all().stream().map(Benchmark::name).toList());
    assertThat(main.keeping()).isEqualTo(Bench.Keeping.UNLESS_WORSE);
    assertThat(main.wrong()).isEmpty();
  }

  @Test
  void runsThoseAskedForInTheOrderOfTheTable() {
    Main main = parsed("--only", "api,ready", "--only", "core");
    assertThat(main.rows()).extracting(Benchmark::name).containsExactly("ready", "core", "api");
  }

  @Test
  void refusesARowThatThereIsNot() {
    Main main = parsed("--only", "apis");
    assertThat(main.wrong())
        .hasValueSatisfying(words -> assertThat(words).contains("no row apis", "ready"));
  }

  @Test
  void keepsNothingThatMeansNothing() {
    assertThat(parsed("--quick").keeping()).isEqualTo(Bench.Keeping.NOT);
    assertThat(parsed("--profile").keeping()).isEqualTo(Bench.Keeping.NOT);
    assertThat(parsed("--keep").keeping()).isEqualTo(Bench.Keeping.ANYHOW);
    assertThat(parsed("--quick", "--keep").wrong()).isPresent();
  }

  @Test
  void rowsHaveNamesOfTheirOwnAndAreShorterWhenQuick() {
    List<Benchmark> all = Rows.all();
    assertThat(all).extracting(Benchmark::name).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    assertThat(all)
        .allSatisfy(
            row -> {
              assertThat(row.arguments(true)).isNotEqualTo(row.arguments(false));
              assertThat(row.arguments(true).getFirst()).isEqualTo(row.arguments(false).getFirst());
              assertThat(row.question()).endsWith("?").hasSizeLessThan(110);
            });
  }

  private static Main parsed(String... arguments) {
    Main main = new Main(Path.of("."), Rows.all(), Clock.systemUTC());
    new CommandLine(main).parseArgs(arguments);
    return main;
  }
}
