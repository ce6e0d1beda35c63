package dev.helium.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.OperationType;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.run.RunSettings.PendingCreations;
import dev.helium.engine.run.Things.Fault;
import dev.helium.engine.state.Deployment;
import dev.helium.engine.state.PendingOperation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads that fail and creations that nobody can look up are not to be had from an API server. */
class RefreshRulesTest {
  @AutoClose private final MemoryStack stack;

  RefreshRulesTest(@TempDir Path root) {
    stack = new MemoryStack(root);
  }

  @Test
  void keepsWhatCannotBeReadAndReadsTheRest() {
    // given
    stack.up(Thing.of("a"), Thing.of("b").with("v", "1"));
    stack.things.faults.put("read a", Fault.REFUSED);
    stack.things.existing.computeIfPresent(
        stack.thing("b").id(), (id, inputs) -> inputs.with("v", new TextValue("2")));
    // when
    var result = stack.refresh(RunSettings.defaults());
    // then
    assertThat(result.failure()).hasMessageContaining("refused to read a");
    assertThat(stack.names()).containsExactly("a", "b");
    assertThat(stack.thing("b").inputs().text("v")).isEqualTo("2");
    assertThat(result.changes())
        .containsEntry(OperationType.UPDATE, 1)
        .containsEntry(OperationType.SAME, 1);
  }

  @Test
  void takesWhatIsGoneOutOfTheLinksOfTheRest() {
    // given
    stack.up(Thing.of("a"), Thing.of("b").from("source", "a").after("a").deletedWith("a"));
    stack.things.existing.remove(stack.thing("a").id());
    // when
    var result = stack.refresh(RunSettings.defaults());
    // then
    assertThat(result.changes()).containsEntry(OperationType.DELETE, 1);
    assertThat(stack.names()).containsExactly("b");
    assertThat(stack.thing("b").links().dependencies()).isEmpty();
    assertThat(stack.thing("b").links().propertyDependencies().get("source")).isNullOrEmpty();
    assertThat(stack.thing("b").options().deletedWith()).isEmpty();
  }

  @Test
  void readsOnlyTargetsAndTheirDependents() {
    // given
    stack.up(Thing.of("a"), Thing.of("b").after("a"), Thing.of("c"));
    stack.things.calls.clear();
    // when
    stack.refresh(new Settings().targets(stack.urn("a")).targetDependents().build());
    // then
    assertThat(stack.things.calls).containsExactlyInAnyOrder("read a", "read b");
  }

  @Test
  void leavesOutExcludedOnes() {
    // given
    stack.up(Thing.of("a"), Thing.of("b").after("a"), Thing.of("c"));
    stack.things.calls.clear();
    // when
    stack.refresh(new Settings().excludes(stack.urn("a")).excludeDependents().build());
    // then
    assertThat(stack.things.calls).containsExactly("read c");
  }

  @Test
  void readsNothingForATargetThatDoesNotExist() {
    // given
    stack.up(Thing.of("a"));
    stack.things.calls.clear();
    // when
    var result = stack.refresh(new Settings().targets(stack.urn("typo")).build());
    // then
    assertThat(result.failure()).hasMessageContaining("typo");
    assertThat(stack.things.calls).isEmpty();
  }

  @Test
  void seesDriftBeforeAnUpdateWhenAsked() {
    // given
    stack.up(Thing.of("a").with("v", "1"));
    stack.things.existing.clear();
    // when
    var result = stack.up(new Settings().refresh().build(), Thing.of("a").with("v", "1"));
    // then
    assertThat(result.failure()).isNull();
    assertThat(stack.things.existing).containsOnlyKeys(stack.thing("a").id());
  }

  @Test
  void keepsForgetsOrAdoptsWhatAnInterruptedRunBeganAsAsked() {
    // given
    stack.up(Thing.of("a"), Thing.of("b"));
    var begun = begun("b");
    // when
    stack.write(begun);
    stack.refresh(pending(PendingCreations.Kind.KEEP, Map.of()));
    var kept = stack.deployment().pending();
    stack.refresh(pending(PendingCreations.Kind.FORGET, Map.of()));
    var forgotten = stack.deployment().pending();
    stack.write(begun);
    stack.refresh(pending(PendingCreations.Kind.LOOK_UP, Map.of(stack.urn("b"), "thing-2")));
    // then
    assertThat(kept).hasSize(1);
    assertThat(forgotten).isEmpty();
    assertThat(stack.names()).containsExactly("a", "b");
    assertThat(stack.thing("b").id()).isEqualTo("thing-2");
    assertThat(stack.deployment().pending()).isEmpty();
  }

  /** The state of a run that died while it made the thing. */
  private Deployment begun(String name) {
    var made = stack.deployment();
    var thing = stack.thing(name);
    return new Deployment(
        made.resources().stream().filter(other -> !other.urn().equals(thing.urn())).toList(),
        List.of(new PendingOperation(thing.withId(""), PendingOperation.Kind.CREATING)),
        made.salt(),
        made.rest());
  }

  private static RunSettings pending(PendingCreations.Kind kind, Map<String, String> ids) {
    return new Settings().pendingCreations(new PendingCreations(kind, ids)).build();
  }
}
