package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.engine.EngineException;
import dev.helium.engine.property.PlainValues;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderSettingsTest {
  private static final String KUBECONFIG =
      """
      apiVersion: v1
      kind: Config
      current-context: one
      contexts:
        - {name: one, context: {cluster: first, user: me}}
        - {name: two, context: {cluster: second, user: me}}
      clusters:
        - {name: first, cluster: {server: "https://first"}}
        - {name: second, cluster: {server: "https://second"}}
      users: [{name: me, user: {token: TOKEN}}]
      """;

  @ParameterizedTest
  @CsvSource({
    "enableServerSideApply, false, enableServerSideApply",
    "renderYamlToDirectory, /tmp/x, renderYamlToDirectory",
    "alwaysRender, true, alwaysRender",
    "madeUp, x, madeUp",
  })
  void refusesByNameWhatItCannotDo(String setting, String value, String named) {
    // given
    var inputs = PlainValues.ofMap(Map.of(setting, value));
    // when / then
    assertThatThrownBy(() -> ProviderSettings.of(inputs, Map.of()))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining(named);
  }

  @Test
  void readsFlagsFromTheProviderBeforeTheEnvironment() {
    // given
    var environment =
        Map.of(
            "PULUMI_K8S_ENABLE_CONFIGMAP_MUTABLE", "true",
            "PULUMI_K8S_ENABLE_PATCH_FORCE", "true");
    var inputs = PlainValues.ofMap(Map.of("enablePatchForce", "false"));
    // when
    var settings = ProviderSettings.of(inputs, environment);
    // then
    assertThat(settings.is(ProviderFlag.ENABLE_CONFIG_MAP_MUTABLE)).isTrue();
    assertThat(settings.is(ProviderFlag.ENABLE_PATCH_FORCE)).isFalse();
    assertThat(settings.is(ProviderFlag.ENABLE_SECRET_MUTABLE)).isTrue();
  }

  @Test
  void readsLimitsAsObjectAndAsText() {
    // given
    var object = PlainValues.of(Map.of("burst", 5, "qps", 2.5, "timeout", 7));
    var text = new PropertyValue.TextValue("{\"burst\": 5, \"qps\": 2.5, \"timeout\": 7}");
    // when
    var ofObject = ClientLimits.of(object, Map.of());
    var ofText = ClientLimits.of(text, Map.of());
    // then
    assertThat(ofObject).isEqualTo(new ClientLimits(2.5, 5, Duration.ofSeconds(7)));
    assertThat(ofText).isEqualTo(ofObject);
    assertThatThrownBy(() -> ClientLimits.of(new PropertyValue.TextValue("[1"), Map.of()))
        .hasMessageContaining("kubeClientSettings");
  }

  @Test
  void replacesAProviderWhoseClusterIsAnother() {
    // given
    var before = settings(KUBECONFIG);
    // when
    var otherUser = ProviderDifference.between(before, settings(KUBECONFIG.replace("TOKEN", "t2")));
    var otherServer =
        ProviderDifference.between(before, settings(KUBECONFIG.replace("//first", "//third")));
    var otherContext =
        ProviderDifference.between(
            before, before.with("context", new PropertyValue.TextValue("two")));
    var otherCluster =
        ProviderDifference.between(
            before, before.with("cluster", new PropertyValue.TextValue("second")));
    var unknown =
        ProviderDifference.between(
            before, before.with("kubeconfig", new PropertyValue.UnknownValue()));
    // then
    assertThat(otherUser.paths()).containsExactly("kubeconfig");
    assertThat(otherUser.replaces()).isEmpty();
    assertThat(otherServer.replaces()).containsExactly("kubeconfig");
    assertThat(otherContext.replaces()).containsExactly("context");
    assertThat(otherCluster.replaces()).containsExactly("cluster");
    assertThat(unknown.replaces()).containsExactly("kubeconfig");
  }

  @Test
  void letsAnIdentifierDecideWhichClusterIsTheSame() {
    // given
    var name = new PropertyValue.TextValue("blue");
    var before = settings(KUBECONFIG).with("clusterIdentifier", name);
    var moved = settings(KUBECONFIG.replace("//first", "//third")).with("clusterIdentifier", name);
    // when
    var same = ProviderDifference.between(before, moved);
    var other =
        ProviderDifference.between(
            before, before.with("clusterIdentifier", new PropertyValue.TextValue("green")));
    // then
    assertThat(same.changed()).isTrue();
    assertThat(same.replaces()).isEmpty();
    assertThat(other.replaces()).containsExactly("clusterIdentifier");
  }

  @Test
  void forbidsDefaultProvidersInStrictMode() {
    // given
    var strict = PlainValues.ofMap(Map.of("strictMode", "true"));
    // when / then
    assertThatThrownBy(
            () ->
                StrictMode.check(
                    "urn:pulumi:s::p::pulumi:providers:kubernetes::default_4_0_0",
                    strict,
                    Map.of()))
        .hasMessageContaining("default providers");
    assertThatThrownBy(
            () ->
                StrictMode.check(
                    "urn:pulumi:s::p::pulumi:providers:kubernetes::mine", strict, Map.of()))
        .hasMessageContaining("kubeconfig");
  }

  private static ObjectValue settings(String kubeconfig) {
    return PlainValues.ofMap(Map.of("kubeconfig", kubeconfig));
  }
}
