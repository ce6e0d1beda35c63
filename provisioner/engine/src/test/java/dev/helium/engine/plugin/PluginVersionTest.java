package dev.helium.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginVersionTest {
  @Test
  void ordersVersionsByMeaning() {
    // given
    var words =
        new String[] {"1.10.0", "1.2.0", "v1.2.0-rc.2", "1.2.0-rc.10", "1.2.0-alpha", "1.2.0-1"};
    // when
    var sorted =
        Arrays.stream(words)
            .sorted(
                (one, other) ->
                    PluginVersion.parse(one)
                        .orElseThrow()
                        .compareTo(PluginVersion.parse(other).orElseThrow()))
            .toList();
    // then
    assertThat(sorted)
        .containsExactly("1.2.0-1", "1.2.0-alpha", "v1.2.0-rc.2", "1.2.0-rc.10", "1.2.0", "1.10.0");
  }

  @Test
  void takesVersionsForTheSameThatDifferInTheirBuild() {
    // given
    var one = PluginVersion.parse("1.2.0+a").orElseThrow();
    // when
    var order = one.compareTo(PluginVersion.parse("v1.2").orElseThrow());
    // then
    assertThat(order).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "latest", "1.x", "../1.0.0"})
  void refusesWhatIsNoVersion(String text) {
    // given
    // when
    var version = PluginVersion.parse(text);
    // then
    assertThat(version).isEmpty();
  }
}
