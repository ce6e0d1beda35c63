package dev.helium.engine.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.engine.EngineException;
import dev.helium.engine.command.CommandLine.Syntax;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  private static final Syntax SYNTAX = new Syntax(Set.of("--json"), Set.of("--page"));

  @Test
  void takesFlagsAndWordsApart() {
    // given
    var arguments =
        List.of("name", "--json", "--page", "2", "--stack=one", "--yes", "--", "--value");
    // when
    var line = CommandLine.parse("stack test", arguments, SYNTAX);
    // then
    assertThat(line.words()).containsExactly("name", "--value");
    assertThat(line.has("--json")).isTrue();
    assertThat(line.value("--page")).contains("2");
    assertThat(line.value("--stack")).contains("one");
  }

  @Test
  void refusesAFlagItDoesNotKnow() {
    // given
    var arguments = List.of("--target", "urn:x");
    // when
    assertThatThrownBy(() -> CommandLine.parse("up", arguments, SYNTAX))
        // then
        .isInstanceOf(EngineException.class)
        .hasMessage(
            "the flag --target of up is not supported by the embedded engine;"
                + " use the pulumi CLI engine");
  }
}
