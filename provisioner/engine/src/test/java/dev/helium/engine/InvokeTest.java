package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.WorkspaceStack;
import com.pulumi.core.Output;
import com.pulumi.core.TypeShape;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOptions;
import dev.helium.engine.fixture.EchoArgs;
import dev.helium.engine.fixture.Fixture;
import dev.helium.engine.fixture.FixtureHome;
import dev.helium.engine.fixture.FixtureProvider;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvokeTest {
  private static final TypeShape<Map<String, String>> WORDS =
      TypeShape.<Map<String, String>>builder(Map.class)
          .addParameter(String.class)
          .addParameter(String.class)
          .build();

  @TempDir Path root;
  private Stacks stacks;
  private Fixture fixture;

  @BeforeEach
  void open() throws Exception {
    new FixtureHome(root.resolve("home")).install("1.0.0");
    fixture = new Fixture(root.resolve("fixture"));
    stacks = Stacks.with(root, EngineOptions.defaults());
  }

  @AfterEach
  void close() {
    stacks.close();
  }

  @Test
  void asksTheDefaultProviderOfThePackage() throws Exception {
    // given
    var stack = stack(context -> export(context, invoke("echo", Output.of("hello"))));
    var messages = new ConcurrentLinkedQueue<String>();
    // when
    var result = stack.up(UpOptions.builder().onStandardOutput(messages::add).build());
    // then
    assertThat(result.outputs().get("text").value()).isEqualTo("hello");
    assertThat(result.outputs().get("process").value())
        .isEqualTo(Long.toString(fixture.processes().getFirst().pid()));
    assertThat(stacks.urns("one")).contains("pulumi:providers:fixture::default_1_0_0");
    assertThat(messages).anyMatch(line -> line.contains("warning: echoing"));
  }

  @Test
  void asksAnExplicitProvider() throws Exception {
    // given
    var stack =
        stacks.stack(
            "one",
            context -> {
              var folder = Output.of(fixture.folder().toString());
              var provider = new FixtureProvider("explicit", new FixtureProvider.Args(folder));
              export(
                  context,
                  Deployment.getInstance()
                      .invoke(
                          "fixture:index:echo",
                          WORDS,
                          new EchoArgs(Output.of("hello")),
                          InvokeOptions.builder().provider(provider).build()));
            });
    // when
    var result = stack.up();
    // then
    assertThat(result.outputs().get("text").value()).isEqualTo("hello");
    assertThat(stacks.urns("one"))
        .contains("pulumi:providers:fixture::explicit")
        .noneMatch(urn -> urn.contains("default"));
  }

  @Test
  void keepsSecretsOfArgumentsSecret() throws Exception {
    // given
    var stack = stack(context -> export(context, invoke("echo", Output.ofSecret("hidden"))));
    // when
    var result = stack.up();
    // then
    assertThat(result.outputs().get("text").isSecret()).isTrue();
  }

  @Test
  void namesEveryRefusedArgument() throws Exception {
    // given
    var stack = stack(context -> export(context, invoke("refuse", Output.of("a"))));
    // when
    var failure = Attempts.failureOf(stack::up);
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.PROGRAM_FAILED);
    assertThat(failure.message()).contains("text: is too loud", "size: is too large");
  }

  private static Output<Map<String, String>> invoke(String function, Output<String> text) {
    return Deployment.getInstance()
        .invoke(
            "fixture:index:" + function,
            WORDS,
            new EchoArgs(text),
            InvokeOptions.builder().version("1.0.0").build());
  }

  private static void export(Context context, Output<Map<String, String>> words) {
    context.export("text", words.applyValue(all -> all.get("text")));
    context.export("process", words.applyValue(all -> all.get("process")));
  }

  private WorkspaceStack stack(Consumer<Context> program) throws Exception {
    var stack = stacks.stack("one", program);
    fixture.configure(stack);
    return stack;
  }
}
