package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandRefusalTest {
  @TempDir Path root;
  private Stacks stacks;

  @BeforeEach
  void open() throws Exception {
    stacks = Stacks.with(root, EngineOptions.defaults());
    stacks.stack("one", context -> {});
  }

  @AfterEach
  void close() {
    stacks.close();
  }

  @Test
  void refusesByNameWhatItCannotDo() {
    for (var command :
        new String[] {
          "about",
          "watch",
          "stack graph",
          "stack ls --tag x",
          "stack init two --copy-config-from one",
          "stack init two --secrets-provider awskms://alias/x",
          "stack export --version 3",
          "stack change-secrets-provider awskms://alias/x",
          "config cp --dest two",
          "plugin run",
          "stack history",
          "stack tag"
        }) {
      // when
      var failure = Attempts.failureOf(() -> run(command.split(" ", -1)));
      // then
      assertThat(failure.failureClass()).as(command).isEqualTo(FailureClass.UNSUPPORTED);
      assertThat(failure.message()).contains("use the pulumi CLI engine");
    }
  }

  @Test
  void saysHowPluginsAreInstalled() {
    // when
    var failure = Attempts.failureOf(() -> run("plugin", "install", "resource", "aws", "6.0.0"));
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.UNSUPPORTED);
    assertThat(failure.message()).endsWith("run: pulumi plugin install resource aws 6.0.0");
  }

  @Test
  void saysThatEnvironmentsNeedAnotherBackend() {
    // when
    var failure = Attempts.failureOf(() -> run("config", "env", "add", "--yes", "e"));
    // then
    assertThat(failure.message()).contains("Pulumi Cloud");
  }

  @Test
  void saysWhoOneIsAndWhatItIs() throws Exception {
    // when
    var user = run("whoami", "--json");
    // then
    assertThat(user).contains("\"url\": \"file://" + root.resolve("state") + "\"");
    assertThat(run("whoami")).isEqualTo(System.getProperty("user.name"));
    assertThat(run("version")).startsWith("v3.");
  }

  private String run(String... arguments) throws Exception {
    return Commands.run(stacks.engine(), stacks.options("one"), arguments);
  }
}
