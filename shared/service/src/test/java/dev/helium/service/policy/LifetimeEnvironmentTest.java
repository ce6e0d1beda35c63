package dev.helium.service.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.WarningLeads;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LifetimeEnvironmentTest {
  @Test
  void withoutAnythingTheDefaultsCount() {
    assertThat(read(Map.of()))
        .isEqualTo(LifetimePolicy.same(new ExpiryPolicy(ZoneId.of("UTC"), 1, 90)));
  }

  @Test
  void variablesCount() {
    assertThat(
            read(
                Map.of(
                    "HELIUM_TIME_ZONE", "Europe/Berlin",
                    "HELIUM_DEFAULT_EXPIRATION_DAYS", "3",
                    "HELIUM_MAXIMUM_EXPIRATION_DAYS", "20",
                    "HELIUM_GRACE_DAYS", "0",
                    "HELIUM_EXPIRY_WARNINGS", "PT2H, PT30M")))
        .isEqualTo(
            new LifetimePolicy(
                new ExpiryPolicy(ZoneId.of("Europe/Berlin"), 3, 20),
                Map.of(),
                Map.of(),
                0,
                new WarningLeads(List.of(Duration.ofHours(2), Duration.ofMinutes(30)))));
    assertThat(read(Map.of("HELIUM_EXPIRY_WARNINGS", "none")).warnings().leads()).isEmpty();
  }

  @Test
  void aFileCountsBeforeVariables(@TempDir Path directory) throws IOException {
    // given
    Path file = Files.writeString(directory.resolve("policy.json"), "{\"defaultDays\": 5}");
    // when
    LifetimePolicy policy =
        read(
            Map.of(
                "HELIUM_POLICY", file.toString(),
                "HELIUM_DEFAULT_EXPIRATION_DAYS", "3",
                "HELIUM_GRACE_DAYS", "2"));
    // then
    assertThat(policy.standard().defaultDays()).isEqualTo(5);
    assertThat(policy.graceDays()).isEqualTo(2);
  }

  @Test
  void aFileWithErrorsKeepsTheProcessFromStarting(@TempDir Path directory) throws IOException {
    // given
    Path file = Files.writeString(directory.resolve("policy.json"), "{\"graceDay\": 5}");
    // then
    assertThatThrownBy(() -> read(Map.of("HELIUM_POLICY", file.toString())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "HELIUM_POLICY names a policy with errors: graceDay is not a setting; did you mean"
                + " \"graceDays\"?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1h", "PT1S", "PT1H,", "PT1H;PT2H", "PT9999H"})
  void warningsThatAreNoneAreRefusedByName(String text) {
    assertThatThrownBy(() -> read(Map.of("HELIUM_EXPIRY_WARNINGS", text)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("HELIUM_EXPIRY_WARNINGS must be none, or at most 10 durations");
  }

  private static LifetimePolicy read(Map<String, String> variables) {
    return LifetimeEnvironment.read(Environment.of(variables));
  }
}
