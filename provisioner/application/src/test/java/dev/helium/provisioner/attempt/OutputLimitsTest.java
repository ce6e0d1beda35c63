package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OutputLimitsTest {
  @Test
  void whatFitsBreaksNoRule() {
    assertThat(OutputLimits.broken(many(100))).isEmpty();
    assertThat(OutputLimits.broken(Map.of("log", "x".repeat(4_096)))).isEmpty();
  }

  @Test
  void tooManyAreCounted() {
    assertThat(OutputLimits.broken(many(101)))
        .contains("the program has 101 outputs; at most 100 are published");
  }

  @Test
  void oneThatIsTooLongIsNamedAndNotRepeated() {
    assertThat(OutputLimits.broken(Map.of("a", "fine", "log", "hunter2".repeat(1_000))))
        .contains("the output log has 7000 characters; at most 4096 are published");
  }

  @Test
  void aNameThatIsTooLongIsCut() {
    assertThat(OutputLimits.broken(Map.of("n".repeat(101), "fine")))
        .contains("the name of the output " + "n".repeat(100) + "… has more than 100 characters");
  }

  private static Map<String, String> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> "output-" + number)
        .collect(Collectors.toMap(Function.identity(), name -> "value"));
  }
}
