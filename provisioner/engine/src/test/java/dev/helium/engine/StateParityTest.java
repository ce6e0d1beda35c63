package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.automation.LocalPulumiCommand;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.PulumiCommand;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both engines on one stack: what either writes, the other prints the same. */
class StateParityTest {
  private static final String[][] QUESTIONS = {
    {"stack", "ls", "--json"},
    {"stack", "output", "--json"},
    {"stack", "output", "--json", "--show-secrets"},
    {"stack", "output"},
    {"stack", "output", "nested", "--show-secrets"},
    {"stack", "export"},
    {"stack", "export", "--show-secrets"},
    {"stack", "history", "--json"},
    {"stack", "tag", "ls"},
    {"stack", "tag", "ls", "--json"},
    {"config", "--json"},
    {"config", "--json", "--show-secrets"},
    {"config"},
    {"config", "get", "--path", "x.y[0]", "--json"},
    {"config", "get", "s"},
    {"whoami", "--json"},
    {"whoami"},
    {"plugin", "ls", "--json"}
  };

  @TempDir Path root;
  private Stacks stacks;
  private PulumiCommand cli;
  private LocalWorkspaceOptions options;

  @BeforeEach
  void open() throws Exception {
    assumeTrue(
        isInstalled(), "no pulumi on PATH: state parity with the command line is not tested");
    stacks = Stacks.with(root, EngineOptions.defaults()).with("PULUMI_SKIP_UPDATE_CHECK", "true");
    cli = LocalPulumiCommand.create();
    options = stacks.options("one");
    stacks.stack("one", context -> {});
  }

  @AfterEach
  void close() {
    if (stacks != null) {
      stacks.close();
    }
  }

  @Test
  void printsWhatTheCommandLinePrintsOfAStateWrittenHere() throws Exception {
    // given
    fill(stacks.engine());
    // when, then
    assertSameAnswers();
  }

  @Test
  void printsWhatTheCommandLinePrintsOfAStateWrittenThere() throws Exception {
    // given
    fill(cli);
    // when, then
    assertSameAnswers();
  }

  @Test
  void renamesAsTheCommandLineDoes() throws Exception {
    // given
    fill(cli);
    var before = Files.readAllBytes(stacks.checkpoint("one"));
    Commands.run(cli, options, "stack", "rename", "two");
    var theirs = latest("two");
    Commands.run(cli, options, "stack", "rename", "one");
    Files.write(stacks.checkpoint("one"), before);
    // when
    Commands.run(stacks.engine(), options, "stack", "rename", "two");
    // then
    assertThat(latest("two")).isEqualTo(theirs);
    assertThat(Commands.run(cli, options, "stack", "output", "open")).isEqualTo("seen");
    assertThat(Commands.run(cli, options, "config", "get", "s")).isEqualTo("hush");
    assertThat(Commands.run(cli, options, "stack", "tag", "get", "a")).isEqualTo("b");
  }

  @Test
  void changesThePassphraseSoThatTheCommandLineFindsItsWay() throws Exception {
    // given
    fill(stacks.engine());
    // when
    Commands.runWith(
        stacks.engine(), options, "new one", "stack", "change-secrets-provider", "passphrase");
    // then
    var later = stacks.with("PULUMI_CONFIG_PASSPHRASE", "new one").options("one");
    assertThat(Commands.run(cli, later, "stack", "output", "hidden", "--show-secrets"))
        .isEqualTo("tell-nobody");
    assertThat(Commands.run(cli, later, "config", "get", "s")).isEqualTo("hush");
  }

  @Test
  void removesLocksAsTheCommandLineDoes() throws Exception {
    // given
    Files.createDirectories(stacks.locks("one"));
    Files.writeString(
        stacks.locks("one").resolve("x.json"), "{\"pid\":1,\"hostname\":\"elsewhere\"}");
    // when
    var printed = Commands.run(stacks.engine(), options, "cancel", "--yes", "--stack", "one");
    // then
    assertThat(printed).isEqualTo(Commands.run(cli, options, "cancel", "--yes", "--stack", "one"));
    assertThat(stacks.locks("one")).isEmptyDirectory();
  }

  private void fill(PulumiCommand command) throws Exception {
    var file = Files.writeString(root.resolve("export.json"), withSalt());
    Commands.run(command, options, "stack", "import", "--file", file.toString());
    Commands.run(command, options, "config", "set", "--path", "x.y[0].z", "5");
    Commands.run(command, options, "config", "set", "--path", "x.s", "hush", "--secret");
    Commands.run(command, options, "config", "set", "s", "hush", "--secret");
    Commands.run(command, options, "config", "set", "t", "yes", "--plaintext");
    Commands.run(command, options, "stack", "tag", "set", "a", "b");
  }

  /** Only with a salt in it does the command line import secrets in clear. */
  private String withSalt() {
    return Documents.full("one", "tell-nobody")
        .replace(
            "\"metadata\"",
            "\"secrets_providers\":"
                + stacks.deployment("one").path("secrets_providers")
                + ",\"metadata\"");
  }

  private void assertSameAnswers() throws Exception {
    for (var question : QUESTIONS) {
      var ours = Commands.run(stacks.engine(), options, question);
      var theirs = Commands.run(cli, options, question);
      var said = String.join(" ", question);
      if (said.startsWith("stack export")) {
        assertThat(withoutUnknown(ours)).as(said).isEqualTo(withoutUnknown(theirs));
      } else {
        assertThat(ours).as(said).isEqualTo(theirs);
      }
    }
  }

  /** The command line loses fields that it does not know when it reads a state. */
  private static JsonNode withoutUnknown(String document) throws Exception {
    var node = new ObjectMapper().readTree(document);
    ((ObjectNode) node.at("/deployment/manifest")).remove("plugins");
    node.at("/deployment/resources")
        .forEach(resource -> ((ObjectNode) resource).remove("unknownField"));
    return node;
  }

  private JsonNode latest(String name) {
    var latest = (ObjectNode) stacks.deployment(name);
    ((ObjectNode) latest.path("manifest")).remove("plugins");
    latest.path("resources").forEach(resource -> ((ObjectNode) resource).remove("unknownField"));
    return latest;
  }

  private static boolean isInstalled() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, "pulumi"))
        .anyMatch(Files::isExecutable);
  }
}
