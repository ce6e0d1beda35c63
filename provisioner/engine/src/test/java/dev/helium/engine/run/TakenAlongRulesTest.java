package dev.helium.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.OperationType;
import dev.helium.engine.run.Things.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a provider says goes with another resource, in graphs of all shapes. */
class TakenAlongRulesTest {
  @AutoClose private final MemoryStack stack;

  TakenAlongRulesTest(@TempDir Path root) {
    stack = new MemoryStack(root);
  }

  @Test
  void forgetsWhatGoesWithWhatItIsIn() {
    // given
    stack.up(Thing.of("a"), in("b").after("a"), in("c").after("a").after("b"));
    stack.things.calls.clear();
    // when
    var result = stack.destroy(RunSettings.defaults());
    // then
    assertThat(result.failure()).isNull();
    assertThat(stack.things.calls).containsExactly("delete a");
    assertThat(stack.names()).isEmpty();
    assertThat(result.changes()).containsEntry(OperationType.DELETE, 4);
  }

  @Test
  void deletesWhatIsInSomethingThatStays() {
    // given
    stack.up(Thing.of("a"), in("b").after("a"));
    stack.things.calls.clear();
    // when
    stack.up(Thing.of("a"));
    // then
    assertThat(stack.things.calls).containsExactly("delete b");
    assertThat(stack.names()).containsExactly("a");
  }

  @Test
  void keepsWhatIsInSomethingThatCannotBeDeleted() {
    // given
    stack.up(Thing.of("a"), in("b").after("a"));
    stack.things.faults.put("delete a", Fault.REFUSED);
    // when
    var result = stack.destroy(RunSettings.defaults());
    // then
    assertThat(result.failure()).hasMessageContaining("refused to delete a");
    assertThat(stack.names()).containsExactly("a", "b");
  }

  @Test
  void deletesNothingAroundWhatIsProtected() {
    // given
    stack.up(Thing.of("a"), in("b").after("a").protectedFromDeletion());
    stack.things.calls.clear();
    // when
    var result = stack.destroy(RunSettings.defaults());
    // then
    assertThat(result.failure()).isNotNull();
    assertThat(stack.things.calls).isEmpty();
    assertThat(stack.names()).containsExactly("a", "b");
  }

  @Test
  void deletesWhatIsInSomethingThatIsOnlyForgotten() {
    // given
    stack.up(Thing.of("a").retained(), in("b").after("a"));
    stack.things.calls.clear();
    // when
    stack.destroy(RunSettings.defaults());
    // then
    assertThat(stack.things.calls).containsExactly("delete b");
    assertThat(stack.names()).isEmpty();
  }

  @Test
  void waitsForWhatNeedsSomethingThatGoesAlong() {
    // given
    stack.up(Thing.of("a"), in("b").after("a"), Thing.of("c").after("b"));
    stack.things.calls.clear();
    // when
    stack.destroy(RunSettings.defaults());
    // then
    assertThat(stack.things.calls).containsExactly("delete c", "delete a");
    assertThat(stack.names()).isEmpty();
  }

  private static Thing in(String name) {
    return Thing.of(name).with("in", "a");
  }
}
