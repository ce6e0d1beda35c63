package dev.helium.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.OperationType;
import com.pulumi.automation.events.EngineEvent;
import com.pulumi.automation.events.StepEventMetadata;
import dev.helium.engine.run.Things.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps in an order that only a replacement at will shows. */
class EventRulesTest {
  @AutoClose private final MemoryStack stack;

  EventRulesTest(@TempDir Path root) {
    stack = new MemoryStack(root);
  }

  @Test
  void tellsAReplacementInThreeSteps() {
    // given
    stack.up(Thing.of("a").with("fixed", "1"));
    // when
    var result = stack.up(Thing.of("a").with("fixed", "2"));
    // then
    var steps = begun(result.events(), "a");
    assertThat(steps)
        .extracting(StepEventMetadata::op)
        .containsExactly(
            OperationType.CREATE_REPLACEMENT, OperationType.REPLACE, OperationType.DELETE_REPLACED);
    assertThat(steps).extracting(StepEventMetadata::logical).containsExactly(null, true, null);
    assertThat(steps.getFirst().keys()).containsExactly("fixed");
    assertThat(steps.getFirst().diffs()).containsExactly("fixed");
    assertThat(steps.getFirst().provider()).startsWith("urn:pulumi:one::test::pulumi:providers");
    assertThat(steps.getLast().old().delete()).isTrue();
    assertThat(steps.getLast().new_()).isNull();
  }

  @Test
  void tellsTheOldOneFirstWhenItGoesFirst() {
    // given
    stack.up(Thing.of("a").with("fixed", "1").with("alone", "yes"));
    // when
    var result = stack.up(Thing.of("a").with("fixed", "2").with("alone", "yes"));
    // then
    assertThat(begun(result.events(), "a"))
        .extracting(StepEventMetadata::op)
        .containsExactly(
            OperationType.DELETE_REPLACED, OperationType.REPLACE, OperationType.CREATE_REPLACEMENT);
  }

  @Test
  void endsWithASummaryAfterAFailureToo() {
    // given
    stack.things.faults.put("create a", Fault.REFUSED);
    // when
    var events = stack.up(Thing.of("a")).events();
    // then
    assertThat(events.getLast().cancelEvent()).isNotNull();
    var summary = events.get(events.size() - 2).summaryEvent();
    assertThat(summary.isMaybeCorrupt()).isFalse();
    assertThat(summary.resourceChanges()).containsOnlyKeys(OperationType.CREATE);
    assertThat(events)
        .filteredOn(event -> event.resourceOperationFailedEvent() != null)
        .extracting(event -> event.resourceOperationFailedEvent().status())
        .containsExactly(0);
  }

  private static List<StepEventMetadata> begun(List<EngineEvent> events, String name) {
    return events.stream()
        .filter(event -> event.resourcePreEvent() != null)
        .map(event -> event.resourcePreEvent().metadata())
        .filter(metadata -> metadata.urn().endsWith("::" + name))
        .toList();
  }
}
