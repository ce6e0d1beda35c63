package dev.helium.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkspaceIdTest {
  private static final String LONGEST = "a".repeat(63);

  @ParameterizedTest
  @ValueSource(strings = {"abc", "a-b", "0-9", "example-workspace-id"})
  void acceptsTheNamesOfTheOriginal(String name) {
    assertThat(new WorkspaceId(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "-abc", "abc-", "Abc", "a.b", "a b", "abc\n", "ünder"})
  void refusesAnyOtherNameWithTheRule(String name) {
    assertThatThrownBy(() -> new WorkspaceId(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(WorkspaceId.RULE);
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 100})
  void refusesANameThatIsTooLong(int length) {
    assertThat(new WorkspaceId(LONGEST).value()).hasSize(63);
    assertThatThrownBy(() -> new WorkspaceId("a".repeat(length))).hasMessage(WorkspaceId.RULE);
  }
}
