package dev.helium.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.OperationType;
import com.pulumi.automation.events.EngineEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether a dependent must be replaced is a provider's to say; objects of a cluster seldom must.
 */
class ReplaceRulesTest {
  @AutoClose private final MemoryStack stack;

  ReplaceRulesTest(@TempDir Path root) {
    stack = new MemoryStack(root);
  }

  @Test
  void createsTheNewOneFirstAndDeletesTheOldOneAtTheEnd() {
    // given
    stack.up(Thing.of("a").with("fixed", "1"), Thing.of("b").from("source", "a"));
    stack.things.calls.clear();
    // when
    var result = stack.up(Thing.of("a").with("fixed", "2"), Thing.of("b").from("source", "a"));
    // then
    assertThat(result.failure()).isNull();
    assertThat(stack.things.calls).containsExactly("create a", "update b", "delete a");
    assertThat(result.changes())
        .containsEntry(OperationType.REPLACE, 1)
        .containsEntry(OperationType.UPDATE, 1)
        .doesNotContainKeys(OperationType.CREATE_REPLACEMENT, OperationType.DELETE_REPLACED);
  }

  @Test
  void deletesDependentsFirstThatCouldNotOutliveIt() {
    // given
    var first =
        new Thing[] {
          Thing.of("a").with("fixed", "1").with("alone", "yes"),
          Thing.of("b").from("fixed", "a"),
          Thing.of("c").from("source", "a"),
          Thing.of("d").after("b")
        };
    stack.up(first);
    stack.things.calls.clear();
    // when
    first[0] = Thing.of("a").with("fixed", "2").with("alone", "yes");
    var result = stack.up(first);
    // then
    assertThat(result.failure()).isNull();
    assertThat(stack.things.calls)
        .containsExactly("delete b", "delete a", "create a", "create b", "update c");
    assertThat(stack.names()).containsExactly("a", "b", "c", "d");
    assertThat(result.changes()).containsEntry(OperationType.REPLACE, 2);
  }

  @Test
  void forgetsADependentThatWasDeletedAndIsNotWantedAnyMore() {
    // given
    stack.up(
        Thing.of("a").with("fixed", "1").with("alone", "yes"), Thing.of("b").from("fixed", "a"));
    // when
    var result = stack.up(Thing.of("a").with("fixed", "2").with("alone", "yes"));
    // then
    assertThat(result.failure()).isNull();
    assertThat(stack.names()).containsExactly("a");
    assertThat(stack.things.existing).hasSize(1);
  }

  @Test
  void replacesWhatIsAskedForWithoutAnyChange() {
    // given
    stack.up(Thing.of("a"), Thing.of("b"));
    var before = stack.thing("a").id();
    // when
    var result =
        stack.up(new Settings().replaces(stack.urn("a")).build(), Thing.of("a"), Thing.of("b"));
    // then
    assertThat(stack.thing("a").id()).isNotEqualTo(before);
    assertThat(stack.things.existing).hasSize(2);
    assertThat(keys(result.events(), OperationType.REPLACE)).containsExactly("id");
  }

  @Test
  void refusesToReplaceWhatTheStackDoesNotHave() {
    // given
    stack.up(Thing.of("a"));
    // when
    var result =
        stack.up(new Settings().replaces(stack.urn("typo")).build(), Thing.of("a").with("v", "2"));
    // then
    assertThat(result.failure()).hasMessageContaining("typo");
    assertThat(stack.things.calls).containsExactly("create a");
  }

  @Test
  void replacesWhatIsDeletedWithAReplacedResource() {
    // given
    stack.up(Thing.of("a").with("fixed", "1"), Thing.of("b").deletedWith("a"));
    stack.things.calls.clear();
    // when
    stack.up(Thing.of("a").with("fixed", "2"), Thing.of("b").deletedWith("a"));
    // then
    assertThat(stack.things.calls).containsExactly("create a", "create b", "delete a");
    assertThat(stack.names()).containsExactly("a", "b");
  }

  @Test
  void keepsAProtectedResource() {
    // given
    stack.up(Thing.of("a").with("fixed", "1").protectedFromDeletion());
    // when
    var result = stack.up(Thing.of("a").with("fixed", "2").protectedFromDeletion());
    // then
    assertThat(result.failure()).hasMessageContaining("protected");
    assertThat(stack.things.calls).containsExactly("create a");
  }

  @Test
  void goesOnWhereAnInterruptedReplacementEnded() {
    // given
    var first = Thing.of("a").with("fixed", "1").with("alone", "yes");
    var second = Thing.of("a").with("fixed", "2").with("alone", "yes");
    stack.up(first);
    stack.things.faults.put("create a", Things.Fault.REFUSED);
    stack.up(second);
    stack.things.faults.clear();
    // when
    var waiting = stack.thing("a").condition().pendingReplacement();
    var result = stack.up(second);
    // then
    assertThat(waiting).isTrue();
    assertThat(result.failure()).isNull();
    assertThat(stack.things.existing).containsOnlyKeys(stack.thing("a").id());
  }

  private static List<String> keys(List<EngineEvent> events, OperationType operation) {
    return events.stream()
        .filter(event -> event.resourcePreEvent() != null)
        .map(event -> event.resourcePreEvent().metadata())
        .filter(metadata -> metadata.op() == operation)
        .flatMap(metadata -> metadata.keys().stream())
        .toList();
  }
}
