package dev.helium.bench.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowOptionTest {
  @TempDir Path directory;

  @Test
  void takesItsFileAndLeavesTheOtherArguments() {
    RowOption option = RowOption.in("--times", "3", "--row", "row.json", "--warm-up", "1");
    assertThat(option.file()).contains(Path.of("row.json"));
    assertThat(option.others()).containsExactly("--times", "3", "--warm-up", "1");
    assertThat(RowOption.in("60", "40").file()).isEmpty();
    assertThatThrownBy(() -> RowOption.in("--row"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--row needs a file");
  }

  @Test
  void whatIsWrittenIsReadAsItWas() {
    // given
    Path file = directory.resolve("row.json");
    Row row =
        new Row(
            List.of(
                Measure.time("ready", "ms", 519.25).beside("bare client", 178).wantedRatio(2.5),
                Measure.rate("made", "a minute", 85).wanted(60),
                Measure.time("size", "MiB", 3)),
            List.of(new Part("program", 372)));
    // when
    RowOption.in("--row", file.toString()).write(row);
    // then
    assertThat(RowFile.read(file)).isEqualTo(row);
  }

  @Test
  void whatIsNoRowIsRefused() throws IOException {
    for (String text : List.of("", "{}", "{\"measures\":[{}]}", "[", "x".repeat(2 << 20))) {
      Path file = Files.writeString(directory.resolve("row.json"), text);
      assertThatThrownBy(() -> RowFile.read(file)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> RowFile.read(directory.resolve("none.json")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbersHaveNamesAndBounds() {
    Numbers numbers = Numbers.in(List.of("--times", "3"), "--times", "--warm-up");
    assertThat(numbers.of("--times", 60, 1, 100)).isEqualTo(3);
    assertThat(numbers.of("--warm-up", 30, 0, 100)).isEqualTo(30);
    assertThatThrownBy(() -> numbers.of("--times", 60, 10, 100))
        .hasMessage("--times must be from 10 to 100, and not 3");
    assertThatThrownBy(() -> Numbers.in(List.of("--time", "3"), "--times"))
        .hasMessage("there is --times, and not --time");
    assertThatThrownBy(() -> Numbers.in(List.of("--times"), "--times"))
        .hasMessage("--times needs a number");
    assertThatThrownBy(() -> Numbers.in(List.of("--times", "three"), "--times"))
        .hasMessage("--times needs a number, not three");
  }
}
