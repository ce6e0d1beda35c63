package dev.helium.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.OperationType;
import com.pulumi.automation.events.EngineEvent;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import dev.helium.engine.property.Signatures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids that only a creation tells; an object of a cluster is named beforehand. */
class PreviewRulesTest {
  @AutoClose private final MemoryStack stack;

  PreviewRulesTest(@TempDir Path root) {
    stack = new MemoryStack(root);
  }

  @Test
  void changesNothingAnywhere() throws Exception {
    // given
    stack.up(Thing.of("a").with("v", "1"), Thing.of("b"), Thing.of("c").with("fixed", "1"));
    var before = Files.readAllBytes(stack.checkpoint());
    var entries = stack.history().toFile().list().length;
    stack.things.calls.clear();
    // when
    var result =
        stack.up(
            new Settings().preview().build(),
            Thing.of("a").with("v", "2"),
            Thing.of("c").with("fixed", "2"),
            Thing.of("d"));
    // then
    assertThat(result.changes())
        .containsEntry(OperationType.UPDATE, 1)
        .containsEntry(OperationType.REPLACE, 1)
        .containsEntry(OperationType.CREATE, 1)
        .containsEntry(OperationType.DELETE, 1)
        .containsEntry(OperationType.SAME, 1);
    assertThat(stack.things.calls).isEmpty();
    assertThat(Files.readAllBytes(stack.checkpoint())).isEqualTo(before);
    assertThat(stack.history().toFile().list()).hasSize(entries);
    assertThat(stack.locks().toFile().list()).isNullOrEmpty();
  }

  @Test
  void plansTheSameAsTheUpdateThatFollows() {
    // given
    var program =
        new Thing[] {
          Thing.of("a").with("fixed", "1").with("alone", "yes"), Thing.of("b").from("fixed", "a")
        };
    stack.up(program);
    program[0] = Thing.of("a").with("fixed", "2").with("alone", "yes");
    // when
    var planned = stack.up(new Settings().preview().build(), program);
    var done = stack.up(program);
    // then
    assertThat(planned.failure()).isNull();
    assertThat(planned.changes()).isEqualTo(done.changes());
  }

  @Test
  void handsOutUnknownValuesForWhatIsNotThereYet() {
    // given
    var settings = new Settings().preview().build();
    // when
    var result = stack.up(settings, Thing.of("a"), Thing.of("b").from("source", "a"));
    // then
    assertThat(result.failure()).isNull();
    assertThat(inputs(result, "b")).isEqualTo(Signatures.UNKNOWN);
  }

  @Test
  void takesAnUnknownInputForAChange() {
    // given
    stack.up(Thing.of("b").with("source", "1"));
    // when
    var result =
        stack.up(
            new Settings().preview().build(), Thing.of("a"), Thing.of("b").from("source", "a"));
    // then
    assertThat(result.changes()).containsEntry(OperationType.UPDATE, 1);
  }

  @Test
  void marksEventsAsPlans() {
    // given
    var settings = new Settings().preview().build();
    // when
    var result = stack.up(settings, Thing.of("a"));
    // then
    assertThat(result.events())
        .filteredOn(event -> event.resourcePreEvent() != null)
        .extracting(event -> event.resourcePreEvent().planning())
        .containsOnly(true);
    assertThat(result.events())
        .filteredOn(event -> event.resourceOutputsEvent() != null)
        .extracting(event -> event.resourceOutputsEvent().planning())
        .containsOnly(true);
    assertThat(result.events().getLast().cancelEvent()).isNotNull();
  }

  @Test
  void plansADestroyWithoutDeleting() {
    // given
    stack.up(Thing.of("a"), Thing.of("b").after("a"));
    // when
    var result = stack.destroy(new Settings().preview().build());
    // then
    assertThat(result.changes()).containsEntry(OperationType.DELETE, 3);
    assertThat(stack.names()).containsExactly("a", "b");
    assertThat(stack.things.existing).hasSize(2);
  }

  @Test
  void tellsAllThatIsRefusedBeforeItFails() {
    // given
    var settings = new Settings().preview().targets(stack.urn("b"), stack.urn("d")).build();
    // when
    var result =
        stack.up(
            settings,
            Thing.of("a"),
            Thing.of("b").after("a"),
            Thing.of("c"),
            Thing.of("d").after("c"));
    // then
    assertThat(result.failure()).isNotNull();
    assertThat(result.events())
        .filteredOn(event -> event.diagnosticEvent() != null)
        .extracting(event -> event.diagnosticEvent().urn())
        .containsExactly(stack.urn("b"), stack.urn("d"));
  }

  @Test
  void standsInForAProviderThatIsNotConfiguredYet() {
    // given
    var provider = new UnconfiguredProvider();
    var inputs = Thing.of("a").goal("", Map.of()).inputs();
    // when
    var checked = provider.check("urn", inputs, inputs.with("v", new UnknownValue()));
    // then
    assertThat(checked.get("v")).isEqualTo(new UnknownValue());
    assertThat(provider.invoke("token", inputs, null).fields()).isEmpty();
  }

  private static Object inputs(MemoryStack.Result result, String name) {
    return result.events().stream()
        .map(EngineEvent::resourcePreEvent)
        .filter(event -> event != null && event.metadata().urn().endsWith("::" + name))
        .map(event -> event.metadata().new_().inputs().get("source"))
        .findFirst()
        .orElseThrow();
  }
}
