package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.automation.ConfigValue;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigPathTest {
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
  void setsAndGetsInsideStructuredValues() throws Exception {
    // given
    run("config", "set", "--path", "x.y[0].z", "5");
    run("config", "set", "--path", "x.n", "012");
    run("config", "set", "--path", "x[\"a.b\"]", "true");
    run("config", "set", "--path", "x.s", "hush", "--secret");
    // when
    var json = new ObjectMapper().readTree(run("config", "get", "x", "--json"));
    // then
    assertThat(json.path("value").asText())
        .isEqualTo("{\"a.b\":true,\"n\":\"012\",\"s\":\"hush\",\"y\":[{\"z\":5}]}");
    assertThat(json.path("objectValue").path("y").path(0).path("z").asInt()).isEqualTo(5);
    assertThat(json.path("secret").asBoolean()).isTrue();
    assertThat(run("config", "get", "--path", "x.y[0].z")).isEqualTo("5");
    assertThat(run("config", "--json")).doesNotContain("hush");
    assertThat(Files.readString(stacks.settings("one"))).doesNotContain("hush");
  }

  @Test
  void removesInsideStructuredValues() throws Exception {
    // given
    run("config", "set-all", "--path", "--plaintext", "l[0]=a", "--plaintext", "l[1]=b");
    // when
    run("config", "rm", "--path", "l[0]");
    // then
    assertThat(run("config", "get", "l")).isEqualTo("[\"b\"]");
    run("config", "rm-all", "l", "absent");
    assertThat(run("config", "--json")).isEqualTo("{}");
  }

  @Test
  void refusesPathsThatDoNotFit() throws Exception {
    // given
    run("config", "set", "--path", "x.a.b", "text");
    for (var path : new String[] {"x[0]", "x.a.b.c", "x.[0]", "x[", "x[\"a", ".x", "x."}) {
      // when
      var failure = Attempts.failureOf(() -> run("config", "set", "--path", path, "1"));
      // then
      assertThat(failure.failureClass()).as(path).isEqualTo(FailureClass.INVALID);
    }
  }

  @Test
  void keepsCommentsOrderAndUnknownFields() throws Exception {
    // given
    var salt = Files.readString(stacks.settings("one")).strip();
    Files.writeString(
        stacks.settings("one"),
        "# head\n"
            + salt
            + "\n# before\nconfig:\n  # about b\n  test:b: \"1\" # trailing\n  test:a: two\n"
            + "mine: {kept: [1, 2]}\n");
    // when
    run("config", "set", "c", "yes");
    run("config", "set", "a", "three");
    // then
    assertThat(Files.readString(stacks.settings("one")))
        .isEqualTo(
            "# head\n"
                + salt
                + "\n# before\nconfig:\n  # about b\n  test:b: \"1\" # trailing\n  test:a: three\n"
                + "  test:c: \"yes\"\nmine: {kept: [1, 2]}\n");
  }

  @Test
  void takesWhatTheProjectDeclares() throws Exception {
    // given
    var project = stacks.settings("one").resolveSibling("Pulumi.yaml");
    Files.writeString(
        project,
        Files.readString(project)
            + "\nconfig:\n  size: small\n  count:\n    type: integer\n    default: 3\n"
            + "  other:region: west\n");
    // when
    run("config", "set", "size", "large");
    // then
    assertThat(run("config", "get", "size")).isEqualTo("large");
    assertThat(run("config", "get", "count")).isEqualTo("3");
    assertThat(run("config", "get", "other:region")).isEqualTo("west");
  }

  @Test
  void refusesSettingsThatAreNoSettingsByTheirPath() throws Exception {
    // given
    for (var content :
        new String[] {"[", "- a", "config: 5", "config: {a:b:c:d: 1}", "a: &a [*a]"}) {
      Files.writeString(stacks.settings("one"), content);
      // when
      var failure = Attempts.failureOf(() -> run("config", "--json"));
      // then
      assertThat(failure.failureClass()).as(content).isEqualTo(FailureClass.STATE_UNREADABLE);
      assertThat(failure.message()).contains(stacks.settings("one").toString());
      assertThat(Files.readString(stacks.settings("one"))).isEqualTo(content);
    }
  }

  @Test
  void readsValuesThroughTheAutomationApi() throws Exception {
    // given
    var stack = stacks.stack("one", context -> {});
    stack.setConfig("plain", new ConfigValue("- looks like a flag"));
    stack.setConfig("deep.inner", new ConfigValue("5", true), true);
    // when
    var all = stack.getAllConfig();
    // then
    assertThat(all.get("test:plain").value()).isEqualTo("- looks like a flag");
    assertThat(all.get("test:deep").value()).isEqualTo("{\"inner\":\"5\"}");
    assertThat(all.get("test:deep").isSecret()).isTrue();
    assertThat(stack.getConfig("deep.inner", true).value()).isEqualTo("5");
  }

  private String run(String... arguments) throws Exception {
    return Commands.run(stacks.engine(), stacks.options("one"), arguments);
  }
}
