package dev.helium.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.OperationType;
import dev.helium.engine.run.Things.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures at chosen places of a graph, which an API server does not give. */
class ContinueOnErrorRulesTest {
  @AutoClose private final MemoryStack stack;

  ContinueOnErrorRulesTest(@TempDir Path root) {
    stack = new MemoryStack(root);
  }

  @Test
  void beginsNothingNewAfterAFailure() {
    // given
    stack.things.faults.put("create a", Fault.REFUSED);
    // when
    var result = stack.up(Thing.of("a"), Thing.of("b"));
    // then
    assertThat(result.failure()).hasMessageContaining("refused to create a");
    assertThat(stack.things.calls).containsExactly("create a");
  }

  @Test
  void goesOnWithWhatDoesNotNeedTheFailedOneWhenAsked() {
    // given
    stack.things.faults.put("create a", Fault.REFUSED);
    // when
    var result =
        stack.up(
            new Settings().continueOnError().build(),
            Thing.of("a"),
            Thing.of("b").after("a"),
            Thing.of("c"));
    // then
    assertThat(result.failure()).hasMessageContaining("refused to create a");
    assertThat(stack.names()).containsExactly("c");
    assertThat(result.changes()).containsEntry(OperationType.CREATE, 2);
  }

  @Test
  void destroysWhatNobodyFailedToLeaveWhenAsked() {
    // given
    stack.up(Thing.of("a"), Thing.of("b").after("a"), Thing.of("c"), Thing.of("d").after("c"));
    stack.things.faults.put("delete b", Fault.REFUSED);
    // when
    var result = stack.destroy(new Settings().continueOnError().build());
    // then
    assertThat(result.failure()).hasMessageContaining("refused to delete b");
    assertThat(stack.names()).containsExactly("a", "b");
    assertThat(stack.things.existing).hasSize(2);
  }

  @Test
  void destroysAroundWhatIsProtectedAndNamesAllOfIt() {
    // given
    stack.up(
        Thing.of("a"),
        Thing.of("b").after("a").protectedFromDeletion(),
        Thing.of("c").protectedFromDeletion(),
        Thing.of("d"));
    // when
    var result = stack.destroy(RunSettings.defaults());
    // then
    assertThat(result.failure()).hasMessageContaining("protected");
    assertThat(stack.names()).containsExactly("a", "b", "c");
    assertThat(
            result.events().stream()
                .filter(event -> event.diagnosticEvent() != null)
                .map(event -> event.diagnosticEvent().urn()))
        .containsExactlyInAnyOrder(stack.urn("b"), stack.urn("c"));
  }

  @Test
  void forgetsWhatGoesWithAnotherOnlyWhenThatOneIsGone() {
    // given
    stack.up(Thing.of("a"), Thing.of("b").deletedWith("a"));
    stack.things.faults.put("delete a", Fault.REFUSED);
    // when
    var refused = stack.destroy(RunSettings.defaults());
    var kept = stack.names();
    stack.things.faults.clear();
    stack.things.calls.clear();
    var done = stack.destroy(RunSettings.defaults());
    // then
    assertThat(refused.failure()).isNotNull();
    assertThat(kept).containsExactly("a", "b");
    assertThat(done.failure()).isNull();
    assertThat(stack.things.calls).containsExactly("delete a");
    assertThat(stack.names()).isEmpty();
  }

  @Test
  void forgetsWhatIsRetained() {
    // given
    stack.up(Thing.of("a").retained());
    // when
    stack.destroy(RunSettings.defaults());
    // then
    assertThat(stack.names()).isEmpty();
    assertThat(stack.things.existing).hasSize(1);
  }
}
