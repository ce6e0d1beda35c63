package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.UpResult;
import com.pulumi.automation.WorkspaceStack;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import dev.helium.engine.fixture.Fixture;
import dev.helium.engine.fixture.FixtureHome;
import dev.helium.engine.fixture.Thing;
import dev.helium.engine.fixture.ThingArgs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginResourceTest {
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
  void createsWithWhatTheProviderDecides() throws Exception {
    // given
    var stack = stack(context -> context.export("length", thing(ThingArgs.of("hello")).length()));
    // when
    var result = stack.up();
    // then
    assertThat(result.outputs().get("length").value()).hasToString("5");
    var recorded = stacks.resources("one").get(2);
    var name = recorded.path("id").asText();
    assertThat(name).matches("thing-[0-9a-f]{8}");
    assertThat(fixture.things()).containsExactly(name);
    assertThat(recorded.path("inputs").path("name").asText()).isEqualTo(name);
    assertThat(recorded.path("outputs").path("length").asDouble()).isEqualTo(5);
    assertThat(recorded.path("provider").asText())
        .startsWith("urn:pulumi:one::test::pulumi:providers:fixture::default_1_0_0::");
    assertThat(stacks.resources("one").get(1).path("inputs").path("folder").asText())
        .isEqualTo(fixture.folder().toString());
  }

  @Test
  void keepsAResourceWithoutADifference() throws Exception {
    // given
    var stack = stack(context -> thing(ThingArgs.of("hello")));
    stack.up();
    // when
    var result = stack.up();
    // then
    assertThat(changes(result)).containsOnly(entry(OperationType.SAME, 2));
  }

  @Test
  void updatesInPlaceAndKeepsTheGeneratedName() throws Exception {
    // given
    stack(context -> thing(ThingArgs.of("hello"))).up();
    var name = fixture.things();
    // when
    var result = stack(context -> thing(ThingArgs.of("hi"))).up();
    // then
    assertThat(changes(result)).contains(entry(OperationType.UPDATE, 1));
    assertThat(fixture.things()).isEqualTo(name);
    assertThat(stacks.resources("one").get(2).path("outputs").path("length").asDouble())
        .isEqualTo(2);
  }

  @Test
  void replacesWhatCannotChangeInPlace() throws Exception {
    // given
    stack(context -> thing(ThingArgs.of("hello").kind("round").deleteFirst())).up();
    // when
    var result = stack(context -> thing(ThingArgs.of("hello").kind("flat").deleteFirst())).up();
    // then
    assertThat(changes(result)).contains(entry(OperationType.REPLACE, 1));
    assertThat(fixture.things()).hasSize(1);
    assertThat(stacks.resources("one").get(2).path("inputs").path("kind").asText())
        .isEqualTo("flat");
  }

  @Test
  void comparesInputsWhenTheProviderDoesNotKnow() throws Exception {
    // given
    stack(context -> thing(ThingArgs.of("hello").unknownDifference())).up();
    // when
    var same = stack(context -> thing(ThingArgs.of("hello").unknownDifference())).up();
    var changed = stack(context -> thing(ThingArgs.of("hi").unknownDifference())).up();
    // then
    assertThat(changes(same)).containsOnly(entry(OperationType.SAME, 2));
    assertThat(changes(changed)).contains(entry(OperationType.UPDATE, 1));
  }

  @Test
  void deletesWhatIsNoLongerRegistered() throws Exception {
    // given
    stack(context -> thing(ThingArgs.of("hello"))).up();
    // when
    stack(context -> {}).up();
    // then
    assertThat(fixture.things()).isEmpty();
  }

  @Test
  void refreshesFromWhatIsThere() throws Exception {
    // given
    var stack = stack(context -> thing(ThingArgs.of("hello")));
    stack.up();
    // when
    stack.refresh();
    // then
    assertThat(stacks.resources("one").get(2).path("outputs").path("seen").asText())
        .isEqualTo("yes");
    fixture.lose(fixture.things().getFirst());
    stack.refresh();
    assertThat(stacks.urns("one")).noneMatch(urn -> urn.contains("fixture:index:Thing"));
  }

  @Test
  void tellsTheProviderHowLongItMayTake() throws Exception {
    // given
    var timeouts = CustomTimeouts.builder().create(Duration.ofSeconds(90)).build();
    var options = CustomResourceOptions.builder().customTimeouts(timeouts).build();
    // when
    stack(context -> new Thing("thing", ThingArgs.of("hello"), options)).up();
    // then
    assertThat(fixture.note("timeouts/thing")).isEqualTo("90.0");
  }

  private WorkspaceStack stack(Consumer<Context> program) throws Exception {
    var stack = stacks.stack("one", program);
    fixture.configure(stack);
    return stack;
  }

  private static Thing thing(ThingArgs inputs) {
    return new Thing("thing", inputs);
  }

  private static Map<OperationType, Integer> changes(UpResult result) {
    return result.summary().resourceChanges();
  }
}
