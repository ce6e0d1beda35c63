package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.Context;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.WorkspaceStack;
import com.pulumi.core.Output;
import com.pulumi.core.TypeShape;
import com.pulumi.core.annotations.Import;
import com.pulumi.deployment.CallOptions;
import com.pulumi.deployment.Deployment;
import com.pulumi.resources.CallArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import dev.helium.engine.fixture.Fixture;
import dev.helium.engine.fixture.FixtureHome;
import dev.helium.engine.fixture.FixtureProvider;
import dev.helium.engine.fixture.Pair;
import dev.helium.engine.fixture.Thing;
import dev.helium.engine.fixture.ThingArgs;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteComponentTest {
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
  void letsThePluginRegisterTheComponentAndItsChildren() throws Exception {
    // given
    var stack =
        stack(
            context -> {
              var above = new ComponentResource("test:Above", "above");
              var options = ComponentResourceOptions.builder().parent(above).build();
              var pair = pair("Pair", "pair", Output.of("hello"), options);
              context.export("first", pair.first());
              context.export("stack", pair.stack());
              context.export("configured", pair.configured());
            });
    stack.setConfig("test:word", new ConfigValue("configured"));
    // when
    var result = stack.up();
    // then
    assertThat(result.outputs().get("first").value()).isEqualTo("hello");
    assertThat(result.outputs().get("stack").value()).isEqualTo("one");
    assertThat(result.outputs().get("configured").value()).isEqualTo("configured");
    assertThat(stacks.urns("one"))
        .contains(
            "test:Above$fixture:index:Pair::pair",
            "test:Above$fixture:index:Pair$fixture:index:Thing::pair-first",
            "test:Above$fixture:index:Pair$fixture:index:Thing::pair-second");
    var component = resource("Pair::pair");
    assertThat(component.path("custom").asBoolean()).isFalse();
    assertThat(component.path("outputs").path("first").asText()).isEqualTo("hello");
    assertThat(component.path("parent").asText()).endsWith("test:Above::above");
    assertThat(resource("Thing::pair-first").path("parent").asText())
        .isEqualTo(component.path("urn").asText());
    assertThat(fixture.things()).hasSize(2);
    assertThat(fixture.starts()).isEqualTo(1);
  }

  @Test
  void buildsComponentsInsideComponents() throws Exception {
    // given
    var stack =
        stack(
            context ->
                context.export(
                    "first",
                    pair("Nest", "nest", Output.of("deep"), ComponentResourceOptions.Empty)
                        .first()));
    // when
    var result = stack.up();
    // then
    assertThat(result.outputs().get("first").value()).isEqualTo("deep");
    assertThat(stacks.urns("one"))
        .contains("fixture:index:Nest$fixture:index:Pair$fixture:index:Thing::nest-inner-first");
    stack.destroy();
    assertThat(fixture.things()).isEmpty();
  }

  @Test
  void tellsTheComponentWhatItsInputsNeed() throws Exception {
    // given
    var stack =
        stack(
            context -> {
              var thing = new Thing("thing", ThingArgs.of("made"));
              var pair = pair("Pair", "pair", thing.text(), ComponentResourceOptions.Empty);
              new Thing("after", ThingArgs.of(pair.first()));
            });
    // when
    stack.up();
    // then
    var after = resource("Thing::after");
    assertThat(after.path("inputs").path("text").asText()).isEqualTo("made");
    assertThat(after.path("dependencies").toString()).contains("Thing::pair-first");
    assertThat(resource("Pair::pair").path("dependencies").toString()).contains("Thing::thing");
  }

  @Test
  void givesChildrenTheProviderOfTheComponent() throws Exception {
    // given
    var stack =
        stacks.stack(
            "one",
            context -> {
              var folder = Output.of(fixture.folder().toString());
              var provider = new FixtureProvider("explicit", new FixtureProvider.Args(folder));
              var options = ComponentResourceOptions.builder().providers(provider).build();
              pair("Pair", "pair", Output.of("hello"), options);
            });
    // when
    stack.up();
    // then
    assertThat(resource("Thing::pair-first").path("provider").asText())
        .contains("pulumi:providers:fixture::explicit::");
  }

  @Test
  void failsWithTheFailureOfAChild() throws Exception {
    // given
    var inputs = new Pair.Args(Output.of("hello"), "refuse");
    var stack = stack(context -> new Pair("Pair", "pair", inputs, ComponentResourceOptions.Empty));
    // when
    var failure = Attempts.failureOf(stack::up);
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.FORBIDDEN);
    assertThat(failure.urn()).endsWith("Thing::pair-first");
  }

  @Test
  void callsMethods() throws Exception {
    // given
    var stack =
        stack(
            context -> {
              var pair = pair("Pair", "pair", Output.of("hello"), ComponentResourceOptions.Empty);
              var words = describe(pair);
              context.export("answer", words.applyValue(all -> all.get("answer")));
              context.export("stack", words.applyValue(all -> all.get("stack")));
            });
    // when
    var result = stack.up();
    // then
    assertThat(result.outputs().get("answer").value()).isEqualTo("hi!");
    assertThat(result.outputs().get("stack").value()).isEqualTo("one");
  }

  private static Output<Map<String, String>> describe(Pair pair) {
    return Deployment.getInstance()
        .call(
            "fixture:index:Pair/describe",
            WORDS,
            new Words(Output.of("hi")),
            pair,
            new CallOptions(null, null, "1.0.0"));
  }

  /** The arguments of a method. */
  @SuppressWarnings("UnusedVariable") // The SDK reads the field.
  private static final class Words extends CallArgs {
    @Import(name = "text")
    private final Output<String> text;

    private Words(Output<String> text) {
      this.text = text;
    }
  }

  private static Pair pair(
      String kind, String name, Output<String> text, ComponentResourceOptions options) {
    return new Pair(kind, name, new Pair.Args(text), options);
  }

  private JsonNode resource(String suffix) {
    return stacks.resources("one").stream()
        .filter(resource -> resource.path("urn").asText().endsWith(suffix))
        .findFirst()
        .orElseThrow();
  }

  private WorkspaceStack stack(Consumer<Context> program) throws Exception {
    var stack = stacks.stack("one", program);
    fixture.configure(stack);
    return stack;
  }
}
