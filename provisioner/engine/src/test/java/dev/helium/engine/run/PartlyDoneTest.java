package dev.helium.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.OperationType;
import dev.helium.engine.run.Things.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources that exist and are not usable, at will. */
class PartlyDoneTest {
  @AutoClose private final MemoryStack stack;

  PartlyDoneTest(@TempDir Path root) {
    stack = new MemoryStack(root);
  }

  @Test
  void recordsACreatedResourceThatIsNotUsable() {
    // given
    stack.things.faults.put("create a", Fault.PARTLY);
    // when
    var result = stack.up(Thing.of("a").with("v", "1"));
    // then
    assertThat(result.failure()).hasMessageContaining("not ready");
    assertThat(stack.thing("a").condition().initErrors()).containsExactly("not ready");
    assertThat(stack.things.existing).containsOnlyKeys(stack.thing("a").id());
    assertThat(stack.deployment().pending()).isEmpty();
    assertThat(
            result.events().stream()
                .filter(event -> event.resourceOperationFailedEvent() != null)
                .map(event -> event.resourceOperationFailedEvent().status()))
        .containsExactly(1);
  }

  @Test
  void updatesItNextTimeEvenWithoutAChange() {
    // given
    stack.things.faults.put("create a", Fault.PARTLY);
    stack.up(Thing.of("a").with("v", "1"));
    stack.things.faults.clear();
    // when
    var result = stack.up(Thing.of("a").with("v", "1"));
    // then
    assertThat(result.changes()).containsEntry(OperationType.UPDATE, 1);
    assertThat(stack.thing("a").condition().initErrors()).isEmpty();
    assertThat(stack.up(Thing.of("a").with("v", "1")).changes())
        .containsOnlyKeys(OperationType.SAME);
  }

  @Test
  void keepsOldInputsOfAFailedUpdateSoThatTheChangeIsSeenAgain() {
    // given
    stack.up(Thing.of("a").with("v", "1"));
    stack.things.faults.put("update a", Fault.PARTLY);
    // when
    stack.up(Thing.of("a").with("v", "2"));
    // then
    assertThat(stack.thing("a").inputs().text("v")).isEqualTo("1");
    assertThat(stack.thing("a").outputs().text("v")).isEqualTo("2");
    assertThat(stack.thing("a").condition().initErrors()).hasSize(1);
  }

  @Test
  void keepsTheOldOneOfAReplacementForDeletion() {
    // given
    stack.up(Thing.of("a").with("fixed", "1"));
    stack.things.faults.put("create a", Fault.PARTLY);
    // when
    stack.up(Thing.of("a").with("fixed", "2"));
    stack.things.faults.clear();
    var between = stack.recorded();
    var result = stack.up(Thing.of("a").with("fixed", "2"));
    // then
    assertThat(between).extracting(old -> old.condition().delete()).containsExactly(false, true);
    assertThat(result.failure()).isNull();
    assertThat(stack.things.existing).containsOnlyKeys(stack.thing("a").id());
  }

  @Test
  void remembersWhatARefreshFindsNotUsableAndSucceeds() {
    // given
    stack.up(Thing.of("a"));
    stack.things.faults.put("read a", Fault.PARTLY);
    // when
    var result = stack.refresh(RunSettings.defaults());
    // then
    assertThat(result.failure()).isNull();
    assertThat(stack.thing("a").condition().initErrors()).containsExactly("not ready");
  }
}
