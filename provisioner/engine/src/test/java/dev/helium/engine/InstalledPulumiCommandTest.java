package dev.helium.engine;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.LocalPulumiCommand;
import com.pulumi.automation.LocalWorkspace;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other processes see of secrets, with the {@code pulumi} of the machine. */
class InstalledPulumiCommandTest {
  private static final String SECRET = SettingProcess.SECRET;

  @TempDir Path root;

  @Test
  void givesNoSecretAndNoOtherValueAsAnArgument() throws Exception {
    try (var stacks = Stacks.with(root, EngineOptions.defaults())) {
      // given
      stacks.stack("one", context -> {});
      Path recorded = recordingPulumi();
      // when
      runWithPathTo(recorded.getParent());
      // then
      assertThat(recorded).content().contains("version", "stack select").doesNotContain("config");
      assertThat(Files.readString(recorded)).doesNotContain(SECRET, "seen");
    }
  }

  @Test
  void writesWhatIsSetIntoTheSettingsOfTheStackEncryptedAndWhole() throws Exception {
    try (var stacks = Stacks.with(root, EngineOptions.defaults())) {
      // given
      stacks.stack("one", context -> {});
      // when
      runWithPathTo(recordingPulumi().getParent());
      // then
      assertThat(stacks.settings("one"))
          .content()
          .contains("secure: v1:", "seen")
          .doesNotContain(SECRET);
      var stack = stacks.stack("one", context -> {});
      assertThat(stack.getConfig("all").value()).isEqualTo(SECRET + "\n");
      assertThat(stack.getConfig("blank").value()).isEqualTo(" ");
      assertThat(stack.getConfig("open").value()).isEqualTo("seen");
      assertThat(stack.getConfig("deep.single", true).value()).isEqualTo(SECRET);
      assertThat(stack.getConfig("all").isSecret()).isTrue();
    }
  }

  @Test
  void whatIsSetIsWhatTheInstalledPulumiReads() throws Exception {
    // given
    assumeTrue(isInstalled(), "no pulumi on PATH: its reading of what is set is not tested");
    var installed = LocalPulumiCommand.create();
    try (var stacks = Stacks.with(root, EngineOptions.defaults())) {
      var stack =
          LocalWorkspace.createStack(
              Stacks.PROJECT, "one", context -> {}, SettingProcess.options(stacks, installed));
      // when
      stack.setAllConfig(
          Map.of("s", new ConfigValue(SECRET, true), "open", new ConfigValue("seen")));
      // then
      assertThat(Commands.run(installed, stacks.options("one"), "config", "get", "s"))
          .isEqualTo(SECRET);
      assertThat(Commands.run(installed, stacks.options("one"), "config", "get", "open"))
          .isEqualTo("seen");
    }
  }

  /** Makes a {@code pulumi} that writes down what it is called with; the file it writes. */
  private Path recordingPulumi() throws Exception {
    Path folder = Files.createDirectories(root.resolve("programs"));
    Path recorded = folder.resolve("recorded");
    Path program =
        Files.writeString(
            folder.resolve("pulumi"),
            """
            #!/bin/sh
            printf '%%s\\n' "$*" >> '%s'
            [ "$1" != version ] || echo v3.190.0
            """
                .formatted(recorded));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return recorded;
  }

  private void runWithPathTo(Path programs) throws Exception {
    var builder = new ProcessBuilder(OwnProcess.java(SettingProcess.class, root));
    builder
        .environment()
        .merge("PATH", programs.toString(), (old, first) -> first + File.pathSeparator + old);
    Path said = root.resolve("said");
    var process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor(120, SECONDS)).as("ends").isTrue();
      assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean isInstalled() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, "pulumi"))
        .anyMatch(Files::isExecutable);
  }
}
