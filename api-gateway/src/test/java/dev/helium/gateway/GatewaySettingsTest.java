package dev.helium.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewaySettingsTest {
  @TempDir Path directory;

  @Test
  void hasDefaultsThatListenOnThisMachineOnly() {
    // given, when
    GatewaySettings settings = settings(Map.of());
    // then
    assertThat(settings.bind()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(2323);
    assertThat(settings.view().bind()).isEqualTo("127.0.0.1");
    assertThat(settings.view().port()).isEqualTo(5701);
    assertThat(settings.view().members()).isEmpty();
    assertThat(settings.defaults().backend()).isEqualTo("namespace");
    assertThat(settings.defaults().decisionWait()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.auditKeep()).isEqualTo(Duration.ofDays(365));
  }

  @Test
  void readsHowMuchOfTheStreamThereIsForWhom() {
    // given, when
    GatewaySettings usual = settings(Map.of());
    GatewaySettings other =
        settings(Map.of("HELIUM_STREAM_SUBSCRIBERS_EACH", "7", "HELIUM_STREAM_HEARTBEAT", "PT5S"));
    // then
    assertThat(usual.stream().most()).isEqualTo(6_000);
    assertThat(usual.stream().mostEach()).isEqualTo(100);
    assertThat(usual.stream().heartbeat()).isEqualTo(Duration.ofSeconds(15));
    assertThat(other.stream().mostEach()).isEqualTo(7);
    assertThat(other.stream().heartbeat()).isEqualTo(Duration.ofSeconds(5));
    refuses(
        Map.of("HELIUM_STREAM_SUBSCRIBERS", "0"),
        "HELIUM_STREAM_SUBSCRIBERS must be a whole number between 1 and 50000");
    refuses(
        Map.of("HELIUM_STREAM_PATIENCE", "PT1H"),
        "HELIUM_STREAM_PATIENCE must be a duration between PT1S and PT25S");
  }

  @Test
  void readsTheMembersOfTheView() {
    // given, when
    GatewaySettings settings = settings(Map.of("HELIUM_HAZELCAST_MEMBERS", "a:1, b:2,"));
    // then
    assertThat(settings.view().members()).isEqualTo(List.of("a:1", "b:2"));
  }

  @Test
  void refusesToStartWithoutAToken() {
    // given, when, then
    refuses(Map.of("HELIUM_TOKEN_FILE", ""), "HELIUM_TOKEN_FILE must be set");
    refuses(
        Map.of("HELIUM_TOKEN_FILE", directory.resolve("none").toString()),
        "HELIUM_TOKEN_FILE must be a file that can be read");
  }

  @Test
  void refusesATokenThatCouldBeGuessed() throws IOException {
    // given
    Path file = Files.writeString(directory.resolve("short"), "secret\n");
    // when, then
    refuses(
        Map.of("HELIUM_TOKEN_FILE", file.toString()),
        "HELIUM_TOKEN_FILE must be a file with one token of 16 to 4096 visible ASCII characters");
  }

  @Test
  void runsWithoutATokenOnThisMachineOnly() {
    // given, when
    GatewaySettings open = settings(Map.of("HELIUM_AUTH", "off", "HELIUM_TOKEN_FILE", ""));
    // then
    assertThat(open.authentication().isOff()).isTrue();
    refuses(
        Map.of("HELIUM_AUTH", "off", "HELIUM_BIND", "0.0.0.0"),
        "HELIUM_AUTH can be off only while HELIUM_BIND is a loopback address");
    refuses(Map.of("HELIUM_AUTH", "maybe"), "HELIUM_AUTH must be on or off");
  }

  @Test
  void refusesToForgetWhoAskedBeforeAnybodyCouldLook() {
    // given, when, then
    assertThat(settings(Map.of("HELIUM_AUDIT_KEEP", "P30D")).auditKeep())
        .isEqualTo(Duration.ofDays(30));
    refuses(Map.of("HELIUM_AUDIT_KEEP", "PT1M"), "HELIUM_AUDIT_KEEP must be a duration between");
  }

  @Test
  void refusesAWaitThatIsNoneOrEndless() {
    // given, when, then
    refuses(Map.of("HELIUM_DECISION_WAIT", "PT0S"), "HELIUM_DECISION_WAIT must be longer");
    refuses(Map.of("HELIUM_DECISION_WAIT", "PT1H"), "HELIUM_DECISION_WAIT must be longer");
  }

  @Test
  void refusesACommandForKubectlThatCannotBeOne() {
    // given, when
    GatewaySettings settings =
        settings(Map.of("HELIUM_KUBECONFIG_COMMAND", "kubens {namespace} # of {id}"));
    // then
    assertThat(settings.kubeconfig().template()).isEqualTo("kubens {namespace} # of {id}");
    refuses(
        Map.of("HELIUM_KUBECONFIG_COMMAND", "kubectl get pods"),
        "HELIUM_KUBECONFIG_COMMAND must be one line of at most 2000 characters with {namespace}");
    refuses(
        Map.of("HELIUM_KUBECONFIG_COMMAND", "a {namespace}\nb"),
        "HELIUM_KUBECONFIG_COMMAND must be one line");
    refuses(
        Map.of("HELIUM_KUBECONFIG_COMMAND", "{namespace}" + "a".repeat(2_000)),
        "HELIUM_KUBECONFIG_COMMAND must be one line");
  }

  private void refuses(Map<String, String> variables, String message) {
    assertThatThrownBy(() -> settings(variables))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(message);
  }

  private GatewaySettings settings(Map<String, String> more) {
    Map<String, String> variables = new HashMap<>();
    variables.put("HELIUM_KAFKA_BOOTSTRAP", "127.0.0.1:1");
    variables.put("HELIUM_SEALING_KEYS_FILE", directory.resolve("keys.json").toString());
    variables.put("HELIUM_TOKEN_FILE", TestGateway.tokenFile(directory).toString());
    variables.putAll(more);
    return GatewaySettings.of(Environment.of(variables));
  }
}
