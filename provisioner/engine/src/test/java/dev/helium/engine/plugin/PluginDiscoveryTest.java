package dev.helium.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginDiscoveryTest {
  @TempDir Path root;
  private final List<String> warnings = new ArrayList<>();

  @Test
  void takesExactlyTheVersionAskedFor() throws Exception {
    // given
    install("1.0.0");
    install("1.2.0");
    install("2.0.0");
    // when
    var found = find("1.2.0", Map.of());
    // then
    assertThat(found).isEqualTo(executable("1.2.0"));
  }

  @Test
  void takesTheNewestReleaseWhenNoneIsAskedFor() throws Exception {
    // given
    install("1.9.0");
    install("1.10.0");
    install("2.0.0-beta.1");
    // when
    var found = find("", Map.of());
    // then
    assertThat(found).isEqualTo(executable("1.10.0"));
  }

  @Test
  void leavesOutWhatIsBeingInstalled() throws Exception {
    // given
    install("1.0.0");
    install("1.1.0");
    Files.createFile(folder("1.1.0").resolveSibling("resource-some-v1.1.0.partial"));
    Files.createFile(root.resolve("plugins/resource-some-v1.2.0.lock"));
    install("1.3.0.tmp42");
    // when
    var found = find("", Map.of());
    // then
    assertThat(found).isEqualTo(executable("1.0.0"));
  }

  @Test
  void prefersThePathAndSaysSo() throws Exception {
    // given
    install("1.0.0");
    var ambient = write(Files.createDirectories(root.resolve("bin")));
    var path = "relative:" + root.resolve("nothing") + ":" + ambient.getParent();
    // when
    var found = find("1.0.0", Map.of("PATH", path));
    // then
    assertThat(found).isEqualTo(new PluginLocation.Executable(ambient));
    assertThat(warnings).singleElement().asString().contains("from the PATH at " + ambient);
    assertThat(find("1.0.0", Map.of("PATH", path, "PULUMI_IGNORE_AMBIENT_PLUGINS", "true")))
        .isEqualTo(executable("1.0.0"));
  }

  @Test
  void attachesToAPluginThatIsDebugged() throws Exception {
    // given
    install("1.0.0");
    // when
    var found = find("1.0.0", Map.of("PULUMI_DEBUG_PROVIDERS", "other:1,some:4711"));
    // then
    assertThat(found).isEqualTo(new PluginLocation.Attached(4711));
  }

  @Test
  void saysHowToInstallWhatIsMissing() throws Exception {
    // given
    install("1.0.0");
    var request = new PluginRequest("some", "v1.1.0", "https://plugins.example");
    // when
    var discovery = discovery(Map.of());
    // then
    assertThatThrownBy(() -> discovery.find(request))
        .isInstanceOfSatisfying(
            EngineException.class,
            failure ->
                assertThat(failure.failure().failureClass()).isEqualTo(FailureClass.PLUGIN_MISSING))
        .hasMessageContaining(
            "pulumi plugin install resource some 1.1.0 --server https://plugins.example");
  }

  @Test
  void refusesWhatNeedsALanguageHost() throws Exception {
    // given
    Files.createFile(folder("1.0.0").resolve("PulumiPlugin.yaml"));
    // when
    var discovery = discovery(Map.of());
    // then
    assertThatThrownBy(() -> discovery.find(new PluginRequest("some", "1.0.0", "")))
        .hasMessageContaining("a plugin that needs a language host (some) is not supported");
  }

  @Test
  void refusesNamesThatLeaveTheFolder() {
    // given
    var name = "../some";
    // when
    // then
    assertThatThrownBy(() -> new PluginRequest(name, "", ""))
        .hasMessageContaining("a package name has");
  }

  private PluginLocation find(String version, Map<String, String> environment) {
    return discovery(environment).find(new PluginRequest("some", version, ""));
  }

  private PluginDiscovery discovery(Map<String, String> environment) {
    var all = new HashMap<>(environment);
    all.put("PULUMI_HOME", root.toString());
    return new PluginDiscovery(all, warnings::add);
  }

  private PluginLocation executable(String version) throws IOException {
    return new PluginLocation.Executable(folder(version).resolve("pulumi-resource-some"));
  }

  private void install(String version) throws IOException {
    write(folder(version));
  }

  private Path folder(String version) throws IOException {
    return Files.createDirectories(root.resolve("plugins/resource-some-v" + version));
  }

  private static Path write(Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("pulumi-resource-some"), "#!/bin/sh\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
