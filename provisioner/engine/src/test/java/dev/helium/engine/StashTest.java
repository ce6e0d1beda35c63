package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import com.pulumi.core.Output;
import com.pulumi.resources.Stash;
import com.pulumi.resources.StashArgs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StashTest {
  @TempDir Path root;
  private Stacks stacks;

  @BeforeEach
  void open() {
    stacks =
        Stacks.with(
            root,
            EngineOptions.defaults().withKubeconfig(new Kubeconfig.Content("kind: Config\n")));
  }

  @AfterEach
  void close() {
    stacks.close();
  }

  @Test
  void keepsItsFirstValue() throws Exception {
    // given
    var first = stacks.stack("one", stash(Output.of("first"))).up();
    // when
    var second = stacks.stack("one", stash(Output.of("second"))).up();
    var third = stacks.stack("one", stash(Output.of("second"))).up();
    // then
    assertThat(first.outputs().get("kept").value()).isEqualTo("first");
    assertThat(second.outputs().get("kept").value()).isEqualTo("first");
    assertThat(second.outputs().get("given").value()).isEqualTo("second");
    assertThat(second.summary().resourceChanges()).contains(entry(OperationType.UPDATE, 1));
    assertThat(third.summary().resourceChanges()).containsOnlyKeys(OperationType.SAME);
    var stash = stacks.resources("one").getLast();
    assertThat(stash.path("id").asText()).hasSize(36);
    assertThat(stash.path("inputs").path("input").asText()).isEqualTo("second");
    assertThat(stash.path("outputs").path("output").asText()).isEqualTo("first");
  }

  @Test
  void survivesARefreshAndGoesWithTheStack() throws Exception {
    // given
    var stack = stacks.stack("one", stash(Output.of("first")));
    stack.up();
    // when
    stack.refresh();
    // then
    assertThat(stack.up().outputs().get("kept").value()).isEqualTo("first");
    stack.destroy();
    assertThat(stacks.resources("one")).isEmpty();
  }

  @Test
  void keepsSecretsSecret() throws Exception {
    // given
    var stack = stacks.stack("one", stash(Output.ofSecret("tell-nobody")));
    // when
    var outputs = stack.up().outputs();
    // then
    assertThat(outputs.get("kept").value()).isEqualTo("tell-nobody");
    assertThat(outputs.get("kept").isSecret()).isTrue();
    assertThat(Files.readString(stacks.checkpoint("one"))).doesNotContain("tell-nobody");
  }

  private static Consumer<Context> stash(Output<Object> value) {
    return context -> {
      var stash = new Stash("stash", StashArgs.builder().input(value).build());
      context.export("given", stash.input());
      context.export("kept", stash.output());
    };
  }
}
