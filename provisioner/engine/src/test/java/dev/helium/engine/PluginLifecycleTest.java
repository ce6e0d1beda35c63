package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pulumi.Context;
import com.pulumi.automation.WorkspaceStack;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.helium.engine.fixture.Fixture;
import dev.helium.engine.fixture.FixtureHome;
import dev.helium.engine.fixture.FixtureProvider;
import dev.helium.engine.fixture.Thing;
import dev.helium.engine.fixture.ThingArgs;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLifecycleTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

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
  void sharesOneProcessBetweenStacksOfTheSameConfiguration() throws Exception {
    // given
    stack(stacks, "one", ThingArgs.of("a")).up();
    // when
    stack(stacks, "two", ThingArgs.of("b")).up();
    stack(stacks, "one", ThingArgs.of("c")).up();
    // then
    assertThat(fixture.starts()).isEqualTo(1);
    assertThat(fixture.things()).hasSize(2);
  }

  @Test
  void givesEveryConfigurationItsOwnProcess() throws Exception {
    // given
    var other = new Fixture(root.resolve("other"));
    Consumer<Context> program =
        context -> {
          thing("here", "a", fixture);
          thing("there", "b", other);
        };
    // when
    stacks.stack("one", program).up();
    // then
    assertThat(fixture.things()).singleElement().asString().startsWith("here-");
    assertThat(other.things()).singleElement().asString().startsWith("there-");
    assertThat(fixture.processes()).doesNotContainAnyElementsOf(other.processes());
  }

  @Test
  void startsAKilledPluginAgain() throws Exception {
    // given
    stack(stacks, "one", ThingArgs.of("a")).up();
    var process = fixture.processes().getFirst();
    // when
    process.destroyForcibly();
    await().atMost(PATIENCE).until(() -> !process.isAlive());
    stack(stacks, "one", ThingArgs.of("b")).up();
    // then
    assertThat(fixture.starts()).isEqualTo(2);
    assertThat(fixture.things()).hasSize(1);
  }

  @Test
  void leavesNoProcessWhenItCloses() throws Exception {
    // given
    stack(stacks, "one", ThingArgs.of("a")).up();
    var process = fixture.processes().getFirst();
    // when
    stacks.close();
    // then
    assertThat(process.isAlive()).isFalse();
    assertThat(fixture.noted("cancelled")).isTrue();
  }

  @Test
  void endsAPluginThatNobodyUses() throws Exception {
    // given
    var limits = PluginLimits.defaults().withIdleTimeout(Duration.ofMillis(200));
    try (var hasty = Stacks.with(root, EngineOptions.defaults().withPlugins(limits))) {
      // when
      stack(hasty, "one", ThingArgs.of("a")).up();
      // then
      await().atMost(PATIENCE).until(() -> fixture.processes().isEmpty());
      stack(hasty, "one", ThingArgs.of("b")).up();
      assertThat(fixture.starts()).isEqualTo(2);
    }
  }

  @Test
  void makesRoomForAnotherPlugin() throws Exception {
    // given
    var limits = PluginLimits.defaults().withMaximumProcesses(1);
    var other = new Fixture(root.resolve("other"));
    try (var narrow = Stacks.with(root, EngineOptions.defaults().withPlugins(limits))) {
      stack(narrow, "one", ThingArgs.of("a")).up();
      // when
      narrow.stack("two", context -> thing("there", "b", other)).up();
      // then
      assertThat(other.things()).hasSize(1);
      assertThat(fixture.processes()).isEmpty();
    }
  }

  @Test
  void refusesMorePluginsAtOnceThanAllowed() throws Exception {
    // given
    var limits =
        PluginLimits.defaults().withMaximumProcesses(1).withStartTimeout(Duration.ofSeconds(5));
    var other = new Fixture(root.resolve("other"));
    try (var narrow = Stacks.with(root, EngineOptions.defaults().withPlugins(limits))) {
      // when
      var failure =
          Attempts.failureOf(
              () ->
                  narrow
                      .stack(
                          "one",
                          context -> {
                            thing("here", "a", fixture);
                            thing("there", "b", other);
                          })
                      .up());
      // then
      assertThat(failure.message()).contains("all 1 places for plugins are in use");
    }
  }

  @Test
  void hidesThePassphraseFromPlugins() throws Exception {
    // given
    var wider = stacks.with("FIXTURE_VISIBLE", "yes");
    // when
    stack(wider, "one", ThingArgs.of("a")).up();
    // then
    var seen = fixture.note("processes/" + fixture.processes().getFirst().pid());
    assertThat(seen).contains("FIXTURE_VISIBLE=yes").doesNotContain(Stacks.PASSPHRASE);
  }

  @Test
  void leavesNoPluginBehindWhenTheEngineIsKilled() throws Exception {
    // given
    var engine =
        new ProcessBuilder(OwnProcess.java(PluginRun.class, root, fixture.folder()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(engine.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo(PluginRun.READY);
      var plugin = fixture.processes().getFirst();
      // when
      engine.destroyForcibly();
      // then
      assertThat(engine.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      await().atMost(PATIENCE).until(() -> !plugin.isAlive());
    } finally {
      engine.destroyForcibly();
    }
  }

  @Test
  void usesAPluginThatIsDebuggedAndLeavesIt() throws Exception {
    // given
    var plugin =
        new ProcessBuilder(FixtureHome.command())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(plugin.getInputStream(), StandardCharsets.UTF_8))) {
      var attached = stacks.with("PULUMI_DEBUG_PROVIDERS", "fixture:" + lines.readLine());
      // when
      stack(attached, "one", ThingArgs.of("a")).up();
      stacks.close();
      // then
      assertThat(fixture.processes()).containsExactly(plugin.toHandle());
      assertThat(plugin.isAlive()).isTrue();
    } finally {
      plugin.destroyForcibly();
    }
  }

  private WorkspaceStack stack(Stacks where, String name, ThingArgs inputs) throws Exception {
    var stack = where.stack(name, context -> new Thing("thing", inputs));
    fixture.configure(stack);
    return stack;
  }

  private static void thing(String name, String text, Fixture where) {
    var folder = Output.of(where.folder().toString());
    var provider = new FixtureProvider(name, new FixtureProvider.Args(folder));
    new Thing(name, ThingArgs.of(text), CustomResourceOptions.builder().provider(provider).build());
  }
}
