package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackImportTest {
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
  void encryptsImportedSecretsAndShowsThemAgain() throws Exception {
    // given
    var stack = stacks.stack("one", context -> {});
    // when
    stack.importStack(Documents.deployment("one", "tell-nobody"));
    // then
    var state = Files.readString(stacks.checkpoint("one"));
    assertThat(state).doesNotContain("tell-nobody").contains("ciphertext");
    assertThat(stack.exportStack().deployment().toString()).contains("\"tell-nobody\"");
    assertThat(run("stack", "export")).contains("ciphertext").doesNotContain("tell-nobody");
    stack.importStack(stack.exportStack());
    assertThat(run("stack", "output", "hidden", "--show-secrets")).isEqualTo("tell-nobody");
  }

  @Test
  void keepsFieldsThatItDoesNotKnow() throws Exception {
    // given
    var stack = stacks.stack("one", context -> {});
    // when
    stack.importStack(Documents.deployment("one", "x"));
    // then
    assertThat(stacks.resources("one").get(1).path("unknownField").path("kept").toString())
        .startsWith("[1");
    assertThat(stacks.deployment("one").at("/manifest/plugins/0/name").asText()).isEqualTo("x");
  }

  @Test
  void refusesTheStateOfAnotherStackUnlessForced() throws Exception {
    // given
    stacks.stack("one", context -> {});
    var file = Files.writeString(root.resolve("export.json"), Documents.full("other", "x"));
    var before = Files.readAllBytes(stacks.checkpoint("one"));
    // when
    var failure = Attempts.failureOf(() -> run("stack", "import", "--file", file.toString()));
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.INVALID);
    assertThat(failure.message()).contains("different stack");
    assertThat(Files.readAllBytes(stacks.checkpoint("one"))).isEqualTo(before);
    assertThat(run("stack", "import", "--force", "--file", file.toString()))
        .contains("warning: ", "Import complete.");
  }

  @Test
  void refusesWhatDoesNotHoldTogether() throws Exception {
    // given
    stacks.stack("one", context -> {});
    var broken = Documents.full("one", "x").replace("\"id\":\"p-1\"", "\"id\":\"p-2\"");
    var file = Files.writeString(root.resolve("export.json"), broken);
    // when
    var failure = Attempts.failureOf(() -> run("stack", "import", "--file", file.toString()));
    // then
    assertThat(failure.message()).contains("refers to unknown provider");
  }

  @Test
  void refusesForeignFilesByNameAndReason() throws Exception {
    // given
    stacks.stack("one", context -> {});
    var file = root.resolve("export.json");
    for (var content :
        new String[] {
          "",
          "[]",
          "{}",
          "{\"version\":2,\"deployment\":{}}",
          "{\"version\":3}",
          "{\"version\":4,\"features\":[\"hooks\"],\"deployment\":{}}",
          "{\"version\":3,\"deployment\":{\"resources\":{}}}"
        }) {
      Files.writeString(file, content);
      // when
      var failure = Attempts.failureOf(() -> run("stack", "import", "--file", file.toString()));
      // then
      assertThat(failure.failureClass()).isEqualTo(FailureClass.STATE_UNREADABLE);
      assertThat(failure.message()).contains(file.toString());
    }
  }

  @Test
  void dropsPendingOperations() throws Exception {
    // given
    stacks.stack("one", context -> {});
    var pending =
        Documents.full("one", "x")
            .replace(
                "\"metadata\":{}",
                "\"pending_operations\":[{\"type\":\"creating\",\"resource\":{\"urn\":"
                    + "\"urn:pulumi:one::test::a:b:C::x\",\"custom\":true,\"type\":\"a:b:C\"}}]");
    // when
    var printed =
        Commands.runWith(stacks.engine(), stacks.options("one"), pending, "stack", "import");
    // then
    assertThat(printed).contains("removing pending operation 'creating'");
    assertThat(stacks.deployment("one").has("pending_operations")).isFalse();
  }

  @Test
  void exportsLargeStatesWhole() throws Exception {
    // given
    stacks.stack("one", context -> {});
    var large = Documents.full("one", "x").replace("\"seen\"", "\"" + "y".repeat(3 << 20) + "\"");
    Commands.runWith(stacks.engine(), stacks.options("one"), large, "stack", "import");
    // when
    var exported = new ObjectMapper().readTree(run("stack", "export"));
    // then
    assertThat(exported.at("/deployment/resources/0/outputs/open").asText()).hasSize(3 << 20);
  }

  private String run(String... arguments) throws Exception {
    return Commands.run(stacks.engine(), stacks.options("one"), arguments);
  }
}
