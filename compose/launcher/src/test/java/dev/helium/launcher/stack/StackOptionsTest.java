package dev.helium.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.launcher.console.UserException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackOptionsTest {
  private static final Path PROJECT = Path.of("/project");

  @Test
  void keepsItsStateInTheProjectUnlessToldOtherwise() {
    assertThat(StackOptions.of(PROJECT, Map.of()).home().root())
        .isEqualTo(Path.of("/project/.helium"));
    assertThat(StackOptions.of(PROJECT, Map.of("HELIUM_HOME", "/elsewhere")).home().root())
        .isEqualTo(Path.of("/elsewhere"));
  }

  @Test
  void movesAllManagementPortsWithOneVariable() {
    // when
    StackPorts ports =
        StackOptions.of(PROJECT, Map.of("HELIUM_PORT", "80", "HELIUM_MANAGEMENT_PORT", "7000"))
            .ports();

    // then
    assertThat(ports.gateway()).isEqualTo(80);
    assertThat(ports.management())
        .containsEntry(ServiceInstance.first(ServiceName.API_GATEWAY), 7000)
        .containsEntry(ServiceInstance.provisioner(1), 7001)
        .containsEntry(ServiceInstance.provisioner(2), 7006)
        .containsEntry(ServiceInstance.provisioner(3), 7007)
        .containsEntry(ServiceInstance.first(ServiceName.STATUS_WATCHER), 7002)
        .containsEntry(ServiceInstance.first(ServiceName.DELETION_CONTROLLER), 7003);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 9})
  void refusesMoreOrFewerProvisionersThanThereCanBe(int number) {
    StackOptions options = StackOptions.of(PROJECT, Map.of());
    assertThatThrownBy(() -> options.withProvisioners(number))
        .isInstanceOf(UserException.class)
        .hasMessage("There can be 1 to 8 provisioners, and not %d.".formatted(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "-1", "65536", "23 24"})
  void refusesWhatIsNoPort(String value) {
    assertThatThrownBy(() -> StackOptions.of(PROJECT, Map.of("HELIUM_PORT", value)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("HELIUM_PORT")
        .hasMessageContaining("'" + value + "'");
  }

  @Test
  void knowsTheOriginalsModes() {
    assertThat(mode("")).isEqualTo(Mode.ALL);
    assertThat(mode("API")).isEqualTo(Mode.API);
    assertThat(mode("CONTROLPLANE")).isEqualTo(Mode.CONTROLPLANE);
    assertThatThrownBy(() -> mode("api"))
        .isInstanceOf(UserException.class)
        .hasMessage("HELIUM_MODE must be API, CONTROLPLANE or not set, and not 'api'.");
  }

  private static Mode mode(String word) {
    return StackOptions.of(PROJECT, Map.of("HELIUM_MODE", word)).mode();
  }
}
