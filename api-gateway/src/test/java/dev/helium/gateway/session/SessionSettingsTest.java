package dev.helium.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionSettingsTest {
  @Test
  void thereArePagesUnlessSomebodySaysOtherwise() {
    assertThat(of(Map.of()))
        .contains(new SessionSettings(Duration.ofHours(2), Duration.ofHours(12), Optional.empty()));
    assertThat(of(Map.of("HELIUM_PAGES", "on"))).isPresent();
    assertThat(of(Map.of("HELIUM_PAGES", "off"))).isEmpty();
  }

  @Test
  void readsWhatIsSaid() {
    // given, when
    Optional<SessionSettings> settings =
        of(
            Map.of(
                "HELIUM_SESSION_IDLE", "PT20M",
                "HELIUM_SESSION_LONGEST", "PT8H",
                "HELIUM_PUBLIC_URL", " https://helium.example.com/ "));

    // then
    assertThat(settings)
        .contains(
            new SessionSettings(
                Duration.ofMinutes(20),
                Duration.ofHours(8),
                Optional.of(URI.create("https://helium.example.com"))));
  }

  @Test
  void aShortLongestIsTheLongestThatOneMayIdleToo() {
    // given, when
    SessionSettings settings = of(Map.of("HELIUM_SESSION_LONGEST", "PT30M")).orElseThrow();

    // then
    assertThat(settings.idle()).isEqualTo(Duration.ofMinutes(30));
    assertThat(settings.renewal()).isEqualTo(Duration.ofSeconds(450));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HELIUM_PAGES|yes|must be on or off",
        "HELIUM_SESSION_IDLE|soon|must be a duration such as PT10S",
        "HELIUM_SESSION_IDLE|PT59S|must be a duration between PT1M and PT720H",
        "HELIUM_SESSION_IDLE|PT13H|must be at most PT12H, the longest",
        "HELIUM_SESSION_LONGEST|PT721H|must be a duration between PT1M and PT720H"
      })
  void whatCannotBeIsNamedWithItsRule(String variable, String value, String rule) {
    assertThatThrownBy(() -> of(Map.of(variable, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(variable + " " + rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "helium.example.com",
        "ftp://helium.example.com",
        "https://",
        "https://helium.example.com/helium",
        "https://helium.example.com?next=/",
        "https://helium.example.com#top",
        "https://ada@helium.example.com",
        "https://helium example.com"
      })
  void whereBrowsersFindItIsAnAddressAndNothingElse(String address) {
    assertThatThrownBy(() -> of(Map.of("HELIUM_PUBLIC_URL", address)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("HELIUM_PUBLIC_URL must be an address without a path");
  }

  private static Optional<SessionSettings> of(Map<String, String> variables) {
    return SessionSettings.of(Environment.of(variables));
  }
}
