package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pulumi.Context;
import com.pulumi.automation.WorkspaceStack;
import dev.helium.engine.fixture.Fixture;
import dev.helium.engine.fixture.FixtureHome;
import dev.helium.engine.fixture.Thing;
import dev.helium.engine.fixture.ThingArgs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFailureTest {
  @TempDir Path root;
  private Stacks stacks;
  private Fixture fixture;

  @BeforeEach
  void open() throws Exception {
    new FixtureHome(root.resolve("home")).install("1.0.0");
    fixture = new Fixture(root.resolve("fixture"));
    stacks = Stacks.with(root, EngineOptions.defaults().withDrainTimeout(Duration.ofSeconds(4)));
  }

  @AfterEach
  void close() {
    stacks.close();
  }

  @Test
  void namesEveryRefusedProperty() throws Exception {
    // given
    var stack = stack(context -> new Thing("thing", ThingArgs.of((String) null).size(-1)));
    // when
    var failure = Attempts.failureOf(stack::up);
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.INVALID);
    assertThat(failure.message()).contains("text: is required", "size: must not be negative");
    assertThat(failure.urn()).endsWith("fixture:index:Thing::thing");
    assertThat(stacks.deployment("one").has("pending_operations")).isFalse();
  }

  @Test
  void tellsARefusalFromAFailure() throws Exception {
    // given
    var refused = stack(context -> new Thing("thing", ThingArgs.of("a").create("refuse")));
    // when
    var refusal = Attempts.failureOf(refused::up);
    var failing = stack(context -> new Thing("thing", ThingArgs.of("a").create("fail")));
    var failure = Attempts.failureOf(failing::up);
    // then
    assertThat(refusal.failureClass()).isEqualTo(FailureClass.FORBIDDEN);
    assertThat(refusal.message()).isEqualTo("not for you");
    assertThat(failure.failureClass()).isEqualTo(FailureClass.PROVIDER_FAILED);
    assertThat(failure.message()).isEqualTo("the fixture fails");
    assertThat(stacks.deployment("one").has("pending_operations")).isFalse();
    assertThat(fixture.things()).isEmpty();
  }

  @Test
  void tellsWhyWhatExistsIsNotUsable() throws Exception {
    // given
    var stack = stack(context -> new Thing("thing", ThingArgs.of("a").create("part")));
    // when
    var failure = Attempts.failureOf(stack::up);
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.PROVIDER_FAILED);
    assertThat(failure.message())
        .isEqualTo("the resource exists but is not usable: it does not get ready");
    assertThat(fixture.things()).hasSize(1);
  }

  @Test
  void leavesWhatADeadPluginDidPendingAndStartsItAgain() throws Exception {
    // given
    stack(context -> new Thing("thing", ThingArgs.of("a"))).up();
    var dying = stack(context -> new Thing("thing", ThingArgs.of("b").update("die_after")));
    // when
    var failure = Attempts.failureOf(dying::up);
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.PLUGIN_DIED);
    assertThat(failure.message())
        .contains("ended with status 3", "the fixture dies", "password=[secret]");
    var pending = stacks.deployment("one").path("pending_operations");
    assertThat(pending.get(0).path("type").asText()).isEqualTo("updating");
    stack(context -> new Thing("thing", ThingArgs.of("c"))).up();
    assertThat(stacks.deployment("one").has("pending_operations")).isFalse();
    assertThat(fixture.starts()).isEqualTo(2);
  }

  @Test
  void givesUpWhatAPluginDoesNotAnswer() throws Exception {
    // given
    var hanging = stack(context -> new Thing("thing", ThingArgs.of("a").create("hang")));
    var outcome = new CompletableFuture<EngineFailure>();
    var runner = Thread.ofVirtual().start(() -> outcome.complete(Attempts.failureOf(hanging::up)));
    await().atMost(Duration.ofSeconds(60)).until(() -> fixture.noted("hanging"));
    // when
    runner.interrupt();
    // then
    assertThat(outcome)
        .succeedsWithin(Duration.ofSeconds(60))
        .returns(FailureClass.CANCELLED, EngineFailure::failureClass);
    assertThat(fixture.noted("cancelled")).isTrue();
    assertThat(stacks.locks("one")).isEmptyDirectory();
  }

  @Test
  void saysHowAMissingPluginCanBeInstalled() throws Exception {
    // given
    var stack = stacks.with("PULUMI_HOME", root.resolve("empty").toString());
    // when
    var failure =
        Attempts.failureOf(
            () -> stack.stack("one", context -> new Thing("thing", ThingArgs.of("a"))).up());
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.PLUGIN_MISSING);
    assertThat(failure.message()).contains("pulumi plugin install resource fixture 1.0.0");
  }

  @Test
  void saysWhatAPluginSaidThatDoesNotStart() throws Exception {
    // given
    var babbling = stacks.with("FIXTURE_START", "babble");
    var stack = babbling.stack("one", context -> new Thing("thing", ThingArgs.of("a")));
    fixture.configure(stack);
    // when
    var failure = Attempts.failureOf(stack::up);
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.PROVIDER_FAILED);
    assertThat(failure.message())
        .contains("did not name a port", "cannot find my glasses", "token=[secret]");
  }

  @Test
  void doesNotWaitForAPluginThatSaysNothing() throws Exception {
    // given
    var limits = PluginLimits.defaults().withStartTimeout(Duration.ofSeconds(1));
    try (var hasty = Stacks.with(root, EngineOptions.defaults().withPlugins(limits))) {
      var mute = hasty.with("FIXTURE_START", "mute");
      var stack = mute.stack("one", context -> new Thing("thing", ThingArgs.of("a")));
      fixture.configure(stack);
      // when
      var failure = Attempts.failureOf(stack::up);
      // then
      assertThat(failure.failureClass()).isEqualTo(FailureClass.PROVIDER_FAILED);
      assertThat(failure.message()).contains("did not name its port within 1000 ms");
    }
  }

  private WorkspaceStack stack(Consumer<Context> program) throws Exception {
    var stack = stacks.stack("one", program);
    fixture.configure(stack);
    return stack;
  }
}
