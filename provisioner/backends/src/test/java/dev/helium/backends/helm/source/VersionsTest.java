package dev.helium.backends.helm.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which version a constraint picks. */
class VersionsTest {
  private static final List<String> THERE =
      List.of(
          "1.0.0", "1.2.3", "1.10.0", "v2.0.0", "2.1.0", "3.0.0-beta.1", "0.9", "not-a-version");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; 2.1.0",
        "*; 2.1.0",
        "1.x; 1.10.0",
        "1.2.x; 1.2.3",
        "^1.2; 1.10.0",
        "~1.2.0; 1.2.3",
        "'>=1.0.0 <1.5'; 1.2.3",
        "'>= 1.0.0, < 1.5'; 1.2.3",
        "'1.0.0 - 1.5.0'; 1.2.3",
        "'~1.2 || ~1.10'; 1.10.0",
        "2.0.0; v2.0.0",
        "v1.2.3; 1.2.3",
        "'>=3.0.0-0'; 3.0.0-beta.1",
        "3.0.0-beta.1; 3.0.0-beta.1",
        "0.9; 0.9"
      })
  void aConstraintPicksTheNewestThatItAllows(String constraint, String picked) {
    assertThat(Versions.isConstraint(constraint)).isTrue();
    assertThat(Versions.pick(THERE, constraint)).contains(picked);
  }

  @Test
  void whatNothingFitsPicksNothing() {
    assertThat(Versions.pick(THERE, "^4")).isEmpty();
    assertThat(Versions.pick(THERE, "3.x")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", ">=", "1.2.3 &&", "^^1", "one"})
  void whatIsNoConstraintIsKnown(String text) {
    assertThat(Versions.isConstraint(text)).isFalse();
  }
}
