package dev.helium.backends.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Problem;
import dev.helium.backends.Validated;
import dev.helium.backends.values.ValuesReader;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamespaceBackendTest {
  private static final String CHARACTERS =
      "image: replicas\n\t -[]{}&*!|>'\"%@`,?#0123456789aäé\u0000";

  private final NamespaceBackend backend = new NamespaceBackend();

  @Test
  void nothingGivenIsAllDefaults() {
    // when
    NamespaceValues values = NamespaceValues.from(new ValuesReader(""));
    // then
    assertThat(problems("")).isEmpty();
    assertThat(values.replicas()).isEqualTo(1);
    assertThat(values.image()).startsWith("nginxinc/");
    assertThat(values.readyAfter()).isEmpty();
  }

  @Test
  void givenValuesWinOverDefaults() {
    // when
    NamespaceValues values =
        NamespaceValues.from(
            new ValuesReader(
                """
                image: registry.example/web@sha256:0123
                replicas: 3
                port: 3000
                cpu: 1.5
                memory: 2Gi
                readyAfter: 500ms
                environment:
                  GREETING: hello
                  COUNT: 3
                """));
    // then
    assertThat(values)
        .isEqualTo(
            new NamespaceValues(
                "registry.example/web@sha256:0123",
                3,
                3000,
                "1.5",
                "2Gi",
                "500ms",
                Map.of("GREETING", "hello", "COUNT", "3")));
  }

  @Test
  void everyBrokenRuleIsNamedAtOnce() {
    assertThat(problems("replicas: many\nport: 80\nimage: [1]\nenvironment: {1A: x}\n"))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "valuesYaml.replicas",
            "valuesYaml.port",
            "valuesYaml.image",
            "valuesYaml.environment.1A");
  }

  @ParameterizedTest
  @CsvSource({
    "replica, replicas",
    "Image, image",
    "readyafter, readyAfter",
    "memroy, memory",
    "env, ''"
  })
  void anUnknownValueIsNamedWithTheNearestKnownOne(String unknown, String nearest) {
    assertThat(problems(unknown + ": 1"))
        .containsExactly(
            new Problem(
                "valuesYaml." + unknown,
                nearest.isEmpty()
                    ? "is not known"
                    : "is not known; did you mean \"" + nearest + "\"?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: [", "- 1", "just text", "a: 1\na: 2", "*unknown", "a: !!java/x {}"})
  void whatIsNoMapOfValuesIsRefused(String yaml) {
    assertThat(problems(yaml)).isNotEmpty();
  }

  @Test
  void aFileThatExplodesIsRefused() {
    // given a billion laughs
    StringBuilder yaml = new StringBuilder("a0: &a0 [lol, lol]\n");
    for (int level = 1; level < 30; level++) {
      String below = "*a" + (level - 1);
      yaml.append("a" + level + ": &a" + level + " [" + below + ", " + below + "]\n");
    }
    // then
    assertThat(problems(yaml.toString())).extracting(Problem::field).contains("valuesYaml");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    assertThat(problems("#" + "x".repeat(300_000)))
        .extracting(Problem::field)
        .containsExactly("valuesYaml");
  }

  @RepeatedTest(200)
  void anyTextIsEitherTakenOrRefusedWithAReason(RepetitionInfo repetition) {
    // given
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder text = new StringBuilder();
    random
        .ints(random.nextInt(80), 0, CHARACTERS.length())
        .forEach(index -> text.append(CHARACTERS.charAt(index)));
    // then it says one of both, and throws nothing
    assertThat(backend.validate(new BackendInput(Map.of(), text.toString()))).isNotNull();
  }

  @Test
  void theValuesAreKeptSecret() {
    assertThat(backend.validate(new BackendInput(Map.of(), "replicas: 2")))
        .isInstanceOfSatisfying(
            Validated.Accepted.class,
            accepted -> assertThat(accepted.config().get("helium:values").secret()).isTrue());
  }

  private List<Problem> problems(String yaml) {
    return switch (backend.validate(new BackendInput(Map.of(), yaml))) {
      case Validated.Accepted ignored -> List.of();
      case Validated.Rejected rejected -> rejected.problems();
    };
  }
}
