package dev.helium.backends.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesFileTest {
  @Test
  void namesAreTextsAndAliasesWrittenOut() {
    assertThat(ValuesFile.read("a: &a {1: x}\nb: *a\n").values())
        .isEqualTo(Map.of("a", Map.of("1", "x"), "b", Map.of("1", "x")));
    assertThat(ValuesFile.read("").values()).isEmpty();
    assertThat(ValuesFile.read("{\"a\": [1, null]}").problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a: [' | 'is not valid YAML at line 1, column 5'",
        "'- 1' | must be a map of values",
        "'? {a: 1}' | is not valid YAML",
        "'a: 1\na: 2' | is not valid YAML"
      })
  void whatIsNoMapOfValuesIsRefused(String yaml, String rule) {
    assertThat(ValuesFile.read(yaml).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("valuesYaml");
              assertThat(problem.rule()).startsWith(rule);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "{", "{} {}", "{\"a\": 1, \"a\": 2}", "a: 1"})
  void whatIsNoJsonObjectIsRefusedAsOne(String json) {
    assertThat(ValuesFile.ofJson("infraJson", json).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.field()).isEqualTo("infraJson"));
  }

  @Test
  void jsonMayHaveTabs() {
    assertThat(ValuesFile.ofJson("infraJson", "{\n\t\"a\": 1\n}").values())
        .isEqualTo(Map.of("a", 1));
    assertThat(ValuesFile.ofJson("infraJson", " ").problems()).isEmpty();
  }

  @Test
  void whatIsTooDeepOrTooMuchIsRefused() {
    // given
    Problem refused = new Problem("valuesYaml", "must have at most 20000 values and 20 levels");
    String deep = "{a: ".repeat(25) + "1" + "}".repeat(25);
    StringBuilder many = new StringBuilder("a0: &a0 [" + "x, ".repeat(99) + "x]\n");
    for (int level = 1; level < 4; level++) {
      String below = "*a" + (level - 1);
      many.append("a" + level + ": &a" + level + " [" + (below + ", ").repeat(5) + below + "]\n");
    }
    // then
    assertThat(ValuesFile.read(deep).problems()).containsExactly(refused);
    assertThat(ValuesFile.read(many.toString()).problems()).containsExactly(refused);
  }
}
