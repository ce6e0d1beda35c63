package dev.helium.launcher.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {
  @Test
  void breaksLinesBetweenWords() {
    assertThat(Wrapped.lines("one two three four five six", "  ", 24))
        .containsExactly("  one two three four", "  five six");
  }

  @Test
  void aWordThatIsTooLongHasALineOfItsOwn() {
    assertThat(Wrapped.lines("a " + "b".repeat(30) + " c", "", 20))
        .containsExactly("a", "b".repeat(30), "c");
  }

  @Test
  void linesHaveRoomHoweverNarrowTheTerminal() {
    assertThat(Wrapped.lines("one two three four", " ".repeat(30), 10))
        .containsExactly(" ".repeat(30) + "one two three four");
  }

  @Test
  void nothingHasNoLines() {
    assertThat(Wrapped.lines(" ", "  ", 40)).isEmpty();
  }
}
