package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.Context;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.WorkspaceStack;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.helium.engine.fixture.Fixture;
import dev.helium.engine.fixture.FixtureHome;
import dev.helium.engine.fixture.FixtureProvider;
import dev.helium.engine.fixture.Thing;
import dev.helium.engine.fixture.ThingArgs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginSecretsTest {
  private static final String SECRET = "tell-nobody-this";

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
  void keepsWhatTheProviderMarksAndWhatTheProgramMarks() throws Exception {
    // given
    var stack = stack(context -> new Thing("thing", ThingArgs.of(Output.ofSecret(SECRET))));
    // when
    stack.up();
    // then
    var thing = stacks.resources("one").get(2);
    assertSecret(thing.path("inputs").path("text"));
    assertSecret(thing.path("outputs").path("text"));
    assertSecret(thing.path("outputs").path("password"));
    assertThat(thing.path("outputs").path("length").asInt()).isEqualTo(SECRET.length());
    assertThat(Files.readString(stacks.checkpoint("one"))).doesNotContain(SECRET, "hidden-");
  }

  @Test
  void marksAnswersForAProviderThatTakesNoSecrets() throws Exception {
    // given
    var stack =
        stacks.stack(
            "one",
            context -> {
              var folder = Output.of(fixture.folder().toString());
              var provider =
                  new FixtureProvider("plain", new FixtureProvider.Args(folder).withoutSecrets());
              new Thing(
                  "thing",
                  ThingArgs.of(Output.ofSecret(SECRET)),
                  CustomResourceOptions.builder().provider(provider).build());
            });
    // when
    stack.up();
    // then
    var thing =
        stacks.resources("one").stream()
            .filter(resource -> resource.path("type").asText().equals("fixture:index:Thing"))
            .findFirst()
            .orElseThrow();
    assertThat(fixture.things()).hasSize(1);
    assertThat(Files.readString(thingFile())).contains(SECRET).doesNotContain("4dabf181");
    assertSecret(thing.path("outputs").path("text"));
    assertThat(thing.path("outputs").path("password").asText()).startsWith("open-");
  }

  @Test
  void takesSecretsOutOfWhatThePluginLogs() throws Exception {
    // given
    var stack = stack(context -> new Thing("thing", ThingArgs.of(Output.ofSecret(SECRET))));
    var messages = new ConcurrentLinkedQueue<String>();
    // when
    stack.up(
        UpOptions.builder()
            .onEvent(
                event -> {
                  if (event.diagnosticEvent() != null) {
                    messages.add(event.diagnosticEvent().message());
                  }
                })
            .build());
    // then
    assertThat(messages).anyMatch(message -> message.contains("making [secret]"));
    assertThat(messages).noneMatch(message -> message.contains(SECRET));
  }

  private Path thingFile() {
    return fixture.folder().resolve("things").resolve(fixture.things().getFirst());
  }

  private WorkspaceStack stack(Consumer<Context> program) throws Exception {
    var stack = stacks.stack("one", program);
    fixture.configure(stack);
    return stack;
  }

  private static void assertSecret(JsonNode value) {
    assertThat(value.path("ciphertext").asText()).startsWith("v1:");
  }
}
