package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.ConfigValue;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackRenameTest {
  @TempDir Path root;
  private Stacks stacks;

  @BeforeEach
  void open() {
    stacks = Stacks.with(root, EngineOptions.defaults());
  }

  @AfterEach
  void close() {
    stacks.close();
  }

  @Test
  void givesEverythingTheNewName() throws Exception {
    // given
    var stack = stacks.stack("one", context -> {});
    stack.importStack(Documents.deployment("one", "x"));
    stack.setConfig("key", new ConfigValue("hush", true));
    stack.setTag("team", "blue");
    // when
    var printed = run("stack", "rename", "two");
    // then
    assertThat(printed).isEqualTo("Renamed one to two");
    assertThat(stacks.checkpoint("one")).doesNotExist();
    assertThat(stacks.checkpoint("one").resolveSibling("one.json.bak")).exists();
    assertThat(stacks.settings("one")).doesNotExist();
    assertThat(stacks.settings("one").resolveSibling("Pulumi.two.yaml")).exists();
    var state = Files.readString(stacks.checkpoint("two"));
    assertThat(state)
        .doesNotContain("urn:pulumi:one")
        .contains(
            "urn:pulumi:two::test::pulumi:pulumi:Stack::test-two",
            "\"provider\":\"urn:pulumi:two::test::pulumi:providers:x::default::p-1\"",
            "urn:pulumi:other::test::a:b:C::old",
            "1e+21");
    assertThat(run("stack", "tag", "get", "team")).isEqualTo("blue");
    assertThat(run("config", "get", "key")).isEqualTo("hush");
    assertThat(run("stack", "output", "hidden", "--show-secrets")).isEqualTo("x");
  }

  @Test
  void refusesANameThatIsTaken() throws Exception {
    // given
    stacks.stack("two", context -> {});
    stacks.stack("one", context -> {});
    // when
    var failure = Attempts.failureOf(() -> run("stack", "rename", "two"));
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.STACK_EXISTS);
    assertThat(stacks.checkpoint("one")).exists();
  }

  private String run(String... arguments) throws Exception {
    return Commands.run(stacks.engine(), stacks.options("one"), arguments);
  }
}
