package dev.helium.backends.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProviderPluginTest {
  private final ProviderPlugin plugin = new ProviderPlugin("cloud", "1.2.3");
  @TempDir private Path directory;

  @Test
  void onePluginThatIsNotThereIsNamedWithHowToInstallIt() throws IOException {
    // given another version of it
    executable("plugins/resource-cloud-v1.2.4/pulumi-resource-cloud");
    // then
    assertThat(plugin.lacking(home()))
        .contains(
            "needs the provider cloud on the provisioner's machine, which is not installed there;"
                + " install it with: pulumi plugin install resource cloud 1.2.3");
  }

  @Test
  void itIsFoundWhereTheEngineFindsIt() throws IOException {
    // given
    executable("plugins/resource-cloud-v1.2.3/pulumi-resource-cloud");
    executable("bin/pulumi-resource-cloud");
    // then
    assertThat(plugin.lacking(home())).isEmpty();
    assertThat(
            plugin.lacking(
                Map.of(
                    "PULUMI_HOME", directory.resolve("none").toString(),
                    "PATH", directory.resolve("bin").toString())))
        .isEmpty();
    assertThat(
            plugin.lacking(
                Map.of(
                    "PULUMI_HOME",
                    directory.resolve("none").toString(),
                    "PULUMI_DEBUG_PROVIDERS",
                    "other:1,cloud:4711")))
        .isEmpty();
  }

  private Map<String, String> home() {
    return Map.of("PULUMI_HOME", directory.toString());
  }

  private void executable(String name) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
