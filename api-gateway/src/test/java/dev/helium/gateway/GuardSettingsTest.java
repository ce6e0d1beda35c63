package dev.helium.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.gateway.connection.ConnectionLimits;
import dev.helium.gateway.guard.Rate;
import dev.helium.gateway.guard.RequestRates.Kind;
import dev.helium.gateway.tls.TlsFiles;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardSettingsTest {
  @Test
  void hasGenerousDefaults() {
    // given, when
    GuardSettings settings = GuardSettings.of(Environment.of(Map.of()));
    // then
    assertThat(settings.rates())
        .containsOnly(
            Map.entry(Kind.READS, Rate.perSecond(200, 400)),
            Map.entry(Kind.CHANGES, Rate.perSecond(20, 60)));
    assertThat(settings.signIns()).contains(new Rate(Duration.ofSeconds(6), 20));
    assertThat(settings.connections()).isEqualTo(ConnectionLimits.DEFAULT);
    assertThat(settings.lag()).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.tls()).isEmpty();
    assertThat(settings.notice()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.loops()).isEqualTo(1);
    assertThat(settings.open()).isFalse();
  }

  @Test
  void readsWhatIsSaid() {
    // given, when
    GuardSettings settings =
        GuardSettings.of(
            Environment.of(
                Map.of(
                    "HELIUM_RATE_READS", "5/7",
                    "HELIUM_RATE_CHANGES", "off",
                    "HELIUM_RATE_SIGN_INS", "off",
                    "HELIUM_CONNECTIONS", "3",
                    "HELIUM_CONNECTIONS_OF_HOST", "2",
                    "HELIUM_TLS_CERTIFICATE", "/tls.crt",
                    "HELIUM_TLS_KEY", "/tls.key",
                    "HELIUM_AUTH", "off",
                    "HELIUM_HTTP_LOOPS", "2")));
    // then
    assertThat(settings.rates()).containsOnly(Map.entry(Kind.READS, Rate.perSecond(5, 7)));
    assertThat(settings.signIns()).isEmpty();
    assertThat(settings.connections().most()).isEqualTo(3);
    assertThat(settings.connections().mostOfHost()).isEqualTo(2);
    assertThat(settings.tls()).contains(new TlsFiles(Path.of("/tls.crt"), Path.of("/tls.key")));
    assertThat(settings.open()).isTrue();
    assertThat(settings.loops()).isEqualTo(2);
  }

  @Test
  void refusesWhatBreaksARule() {
    // given, when, then
    refuses("HELIUM_RATE_READS", "many", "HELIUM_RATE_READS must be RATE/BURST");
    refuses("HELIUM_RATE_SIGN_INS", "1", "HELIUM_RATE_SIGN_INS must be RATE/BURST");
    refuses("HELIUM_RATE_CHANGES", "0/1", "HELIUM_RATE_CHANGES must be RATE/BURST");
    refuses("HELIUM_CONNECTIONS", "0", "HELIUM_CONNECTIONS must be a whole number between 1");
    refuses("HELIUM_TLS_KEY", "/key", "HELIUM_TLS_CERTIFICATE must be set too");
    refuses("HELIUM_TLS_CERTIFICATE", "/certificate", "HELIUM_TLS_KEY must be set too");
    refuses("HELIUM_DRAIN_NOTICE", "PT1M", "HELIUM_DRAIN_NOTICE must be a duration between");
    refuses("HELIUM_SHED_LAG", "PT0S", "HELIUM_SHED_LAG must be a duration between");
    refuses("HELIUM_HTTP_LOOPS", "0", "HELIUM_HTTP_LOOPS must be a whole number between 1");
  }

  private static void refuses(String variable, String value, String message) {
    assertThatThrownBy(() -> GuardSettings.of(Environment.of(Map.of(variable, value))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(message);
  }
}
