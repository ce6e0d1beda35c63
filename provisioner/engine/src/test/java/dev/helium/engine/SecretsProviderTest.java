package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.SecretsProviderOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsProviderTest {
  @TempDir Path root;

  @Test
  void encryptsStateAndConfigurationUnderTheNewPassphrase() throws Exception {
    try (var stacks = Stacks.with(root, EngineOptions.defaults())) {
      // given
      var stack = stacks.stack("one", context -> {});
      stack.importStack(Documents.deployment("one", "in the state"));
      stack.setConfig("a.b", new ConfigValue("in the configuration", true), true);
      // when
      stack.changeSecretsProvider(
          "passphrase", SecretsProviderOptions.builder().newPassphrase("another horse").build());
      // then
      var before = Attempts.failureOf(() -> stacks.stack("one", context -> {}).exportStack());
      assertThat(before.failureClass()).isEqualTo(FailureClass.WRONG_PASSPHRASE);
      var later = stacks.with("PULUMI_CONFIG_PASSPHRASE", "another horse");
      var changed = later.stack("one", context -> {});
      assertThat(changed.exportStack().deployment().toString()).contains("in the state");
      assertThat(changed.getConfig("a.b", true).value()).isEqualTo("in the configuration");
    }
  }

  @Test
  void opensAStateWhoseSaltIsNotThatOfTheSettings() throws Exception {
    try (var stacks = Stacks.with(root, EngineOptions.defaults())) {
      // given
      var stack = stacks.stack("one", context -> {});
      var settings = Files.readString(stacks.settings("one"));
      stack.importStack(Documents.deployment("one", "in the state"));
      stack.changeSecretsProvider(
          "passphrase", SecretsProviderOptions.builder().newPassphrase(Stacks.PASSPHRASE).build());
      // when
      Files.writeString(stacks.settings("one"), settings);
      // then
      assertThat(stacks.stack("one", context -> {}).exportStack().deployment().toString())
          .contains("in the state");
    }
  }
}
