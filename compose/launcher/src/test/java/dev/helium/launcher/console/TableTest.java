package dev.helium.launcher.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void putsColumnsUnderEachOther() {
    // given
    Table table = new Table("NAME", "STATUS").row("a", "ready").row("much-longer", "failed");

    // then
    assertThat(table.lines())
        .containsExactly("NAME         STATUS", "a            ready", "much-longer  failed");
  }

  @Test
  void refusesARowOfAnotherLength() {
    assertThatThrownBy(() -> new Table("NAME", "STATUS").row("a"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
