package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.core.Output;
import com.pulumi.resources.StackReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherStackTest {
  private static final String SECRET = "known-to-two-stacks";

  @TempDir Path root;
  private Stacks stacks;

  @BeforeEach
  void open() throws Exception {
    stacks =
        Stacks.with(
            root,
            EngineOptions.defaults().withKubeconfig(new Kubeconfig.Content("kind: Config\n")));
    var other = stacks.stack("other", OtherStackTest::exports);
    other.setAllConfig(Map.of("content", new ConfigValue(SECRET, true)));
    other.up();
  }

  @AfterEach
  void close() {
    stacks.close();
  }

  @Test
  void readsWhatAnotherStackExports() throws Exception {
    // given
    var stack = stacks.stack("one", refersTo("other", "open"));
    // when
    var outputs = stack.up().outputs();
    // then
    assertThat(outputs.get("found").value()).isEqualTo("nothing special");
    assertThat(outputs.get("found").isSecret()).isFalse();
    assertThat(stacks.urns("one"))
        .contains("pulumi:providers:pulumi::default", "pulumi:pulumi:StackReference::other");
    var reference = stacks.resources("one").getLast();
    assertThat(reference.path("external").asBoolean()).isTrue();
    assertThat(reference.path("id").asText()).isEqualTo("other");
    assertThat(reference.path("outputs").path("secretOutputNames").get(0).asText())
        .isEqualTo("content");
    stack.destroy();
    assertThat(stacks.resources("one")).isEmpty();
  }

  @Test
  void keepsSecretsOfTheOtherStackSecret() throws Exception {
    // given
    var stack = stacks.stack("one", refersTo("other", "content"));
    // when
    var result = stack.up();
    // then
    assertThat(result.outputs().get("found").value()).isEqualTo(SECRET);
    assertThat(result.outputs().get("found").isSecret()).isTrue();
    assertThat(result.standardOutput()).doesNotContain(SECRET);
    assertThat(Files.readString(stacks.checkpoint("one"))).doesNotContain(SECRET);
  }

  @Test
  void understandsEveryFormOfTheName() throws Exception {
    // given
    var full = "organization/" + Stacks.PROJECT + "/other";
    // when
    var withOrganization = stacks.stack("one", refersTo("organization/other", "open")).up();
    var inFull = stacks.stack("one", refersTo(full, "open")).up();
    // then
    assertThat(withOrganization.outputs().get("found").value()).isEqualTo("nothing special");
    assertThat(inFull.outputs().get("found").value()).isEqualTo("nothing special");
  }

  @Test
  void readsStacksOfOtherProjects() throws Exception {
    // given
    var options = stacks.options("elsewhere");
    var elsewhere =
        LocalWorkspaceOptions.builder()
            .pulumiCommand(stacks.engine())
            .workDir(options.workDir())
            .environmentVariables(options.environmentVariables())
            .build();
    LocalWorkspace.createOrSelectStack(
            "neighbour", "here", context -> context.export("open", Output.of("far")), elsewhere)
        .up();
    // when
    var result = stacks.stack("one", refersTo("organization/neighbour/here", "open")).up();
    // then
    assertThat(result.outputs().get("found").value()).isEqualTo("far");
  }

  @Test
  void namesAStackThatIsNotThere() throws Exception {
    // given
    var stack = stacks.stack("one", refersTo("absent", "open"));
    // when
    var failure = Attempts.failureOf(stack::up);
    // then
    assertThat(failure.message()).contains("unknown stack 'absent'");
    assertThat(failure.urn()).endsWith("StackReference::absent");
  }

  @Test
  void followsTheOtherStackWhenItIsRefreshed() throws Exception {
    // given
    stacks.stack("one", refersTo("other", "open")).up();
    stacks.stack("other", context -> context.export("open", Output.of("changed"))).up();
    // when
    stacks.stack("one", refersTo("other", "open")).refresh();
    // then
    var outputs = stacks.resources("one").getLast().path("outputs").path("outputs");
    assertThat(outputs.path("open").asText()).isEqualTo("changed");
  }

  private static void exports(Context context) {
    context.export("content", context.config().requireSecret("content"));
    context.export("open", Output.of("nothing special"));
  }

  private static Consumer<Context> refersTo(String stack, String output) {
    return context -> context.export("found", new StackReference(stack).output(output));
  }
}
