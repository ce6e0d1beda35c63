package dev.helium.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.engine.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackReferenceTest {
  @Test
  void readsTheThreeForms() {
    // given
    var expected = new StackReference("p", "s");
    // when
    var plain = StackReference.parse("s", "p");
    var qualified = StackReference.parse("organization/s", "p");
    var full = StackReference.parse("organization/p/s", "other");
    // then
    assertThat(plain).isEqualTo(expected).isEqualTo(qualified).isEqualTo(full);
    assertThat(plain.qualified()).isEqualTo("organization/p/s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a b", "acme/s", "organization/../s", "organization/p/s/t"})
  void refusesWhatIsNoName(String text) {
    // given
    var project = "p";
    // when
    assertThatThrownBy(() -> StackReference.parse(text, project))
        // then
        .isInstanceOf(EngineException.class);
  }
}
