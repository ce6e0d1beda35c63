package dev.helium.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentTest {
  @Test
  void whatIsNotSetHasItsDefault() {
    // given
    Environment environment = Environment.of(Map.of("HELIUM_EMPTY", " "));
    // then
    assertThat(environment.integer("HELIUM_PORT", 2323, 1, 65535)).isEqualTo(2323);
    assertThat(environment.text("HELIUM_EMPTY", "default")).isEqualTo("default");
    assertThat(environment.duration("HELIUM_WAIT", Duration.ofSeconds(2))).hasSeconds(2);
    assertThat(environment.optionalPath("HELIUM_TOKEN_FILE")).isEmpty();
  }

  @Test
  void whatIsSetIsTaken() {
    // given
    Environment environment =
        Environment.of(
            Map.of("HELIUM_PORT", "80", "HELIUM_WAIT", "PT1M", "HELIUM_TOKEN_FILE", "/a/b"));
    // then
    assertThat(environment.integer("HELIUM_PORT", 2323, 1, 65535)).isEqualTo(80);
    assertThat(environment.duration("HELIUM_WAIT", Duration.ZERO)).hasMinutes(1);
    assertThat(environment.path("HELIUM_TOKEN_FILE")).isEqualTo(Path.of("/a/b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http", "1.5", "99999999999"})
  void aNumberOutOfItsRangeIsRefusedByName(String value) {
    // given
    Environment environment = Environment.of(Map.of("HELIUM_PORT", value));
    // then
    assertThatThrownBy(() -> environment.integer("HELIUM_PORT", 2323, 1, 65535))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("HELIUM_PORT must be a whole number between 1 and 65535");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a/b", "ä"})
  void aNameThatIsNoneIsRefusedByName(String value) {
    // given
    Environment environment = Environment.of(Map.of("HELIUM_INSTANCE", value));
    // then
    assertThatThrownBy(() -> environment.name("HELIUM_INSTANCE"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("HELIUM_INSTANCE must have");
  }

  @Test
  void aNameMayBeLeftOut() {
    assertThat(Environment.of(Map.of()).name("HELIUM_INSTANCE")).isEmpty();
    assertThat(Environment.of(Map.of("HELIUM_INSTANCE", "watcher-1")).name("HELIUM_INSTANCE"))
        .isEqualTo("watcher-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.9S", "PT61S", "-PT5S"})
  void aDurationOutOfItsRangeIsRefusedByName(String value) {
    // given
    Environment environment = Environment.of(Map.of("HELIUM_WAIT", value));
    Duration least = Duration.ofSeconds(1);
    // then
    assertThatThrownBy(
            () ->
                environment.duration(
                    "HELIUM_WAIT", Duration.ofSeconds(6), least, Duration.ofSeconds(60)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("HELIUM_WAIT must be a duration between PT1S and PT1M");
  }

  @Test
  void aMissingRequiredVariableIsNamed() {
    assertThatThrownBy(() -> Environment.of(Map.of()).required("HELIUM_KAFKA_BOOTSTRAP"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("HELIUM_KAFKA_BOOTSTRAP must be set");
  }

  @Test
  void aDurationThatIsNoneIsRefusedByName() {
    assertThatThrownBy(
            () ->
                Environment.of(Map.of("HELIUM_WAIT", "10s")).duration("HELIUM_WAIT", Duration.ZERO))
        .hasMessageContaining("HELIUM_WAIT");
  }
}
