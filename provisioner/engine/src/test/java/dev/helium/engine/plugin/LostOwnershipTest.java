package dev.helium.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.engine.EngineException;
import dev.helium.engine.EngineOptions;
import dev.helium.engine.FailureClass;
import dev.helium.engine.fixture.Fixture;
import dev.helium.engine.fixture.FixtureHome;
import dev.helium.engine.property.PlainValues;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Cancellation;
import dev.helium.engine.provider.Ownership;
import dev.helium.engine.state.ResourceOptions;
import dev.helium.engine.state.ResourceState;
import dev.helium.engine.state.ResourceState.Links;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin is asked for a run whose stack another one has taken over. */
class LostOwnershipTest {
  private static final Ownership LOST =
      () -> {
        throw new EngineException(FailureClass.FENCED, "the stack has a newer owner");
      };

  @TempDir Path root;

  @Test
  void isNothingThatChangesAnything() throws Exception {
    new FixtureHome(root).install("1.0.0");
    var fixture = new Fixture(root.resolve("fixture"));
    var options = EngineOptions.defaults();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor();
        var host = new PluginHost(options.plugins(), executor);
        var providers =
            new PluginProviders(
                host,
                options,
                Map.of("PULUMI_HOME", root.toString()),
                "stack",
                "project",
                new Cancellation(),
                (severity, message, urn, passing) -> {})) {
      // given
      var provider =
          providers
              .find("fixture", "1.0.0", "")
              .configure(
                  resource(
                      "pulumi:providers:fixture", Map.of("folder", fixture.folder().toString())),
                  call(Ownership.UNDISPUTED));
      var wanted = resource("fixture:index:Thing", Map.of("text", "a", "name", "one"));
      var made = provider.create(wanted, call(Ownership.UNDISPUTED));
      var recorded = wanted.withId(made.id()).withOutputs(made.outputs());
      // when
      assertFenced(() -> provider.create(wanted, call(LOST)));
      assertFenced(() -> provider.update(recorded, wanted, call(LOST)));
      assertFenced(() -> provider.delete(recorded, call(LOST)));
      // then
      assertThat(fixture.things()).containsExactly(made.id());
      assertThat(provider.read(recorded, call(LOST))).isPresent();
    }
  }

  private static void assertFenced(ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            EngineException.class,
            failure -> assertThat(failure.failure().failureClass()).isEqualTo(FailureClass.FENCED));
  }

  private static Call call(Ownership ownership) {
    return new Call(false, new Cancellation(), ownership, Duration.ZERO, line -> {});
  }

  private static ResourceState resource(String type, Map<String, Object> inputs) {
    return ResourceState.fresh(
            "urn:pulumi:stack::project::" + type + "::some",
            type,
            true,
            PlainValues.ofMap(inputs),
            Links.NONE,
            ResourceOptions.none())
        .withId("some");
  }
}
