package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.OperationType;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.events.EngineEvent;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ClusterExtension.class)
class EventsTest {
  @TempDir Path root;
  private Stacks stacks;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    namespace = cluster.uniqueName("events");
  }

  @AfterEach
  void close() {
    stacks.close();
  }

  @Test
  void tellsEveryStepInOrderBeforeTheCommandReturns() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1")));
    var events = new ArrayList<EngineEvent>();
    var threads = new HashSet<Thread>();
    // when
    stack.up(
        UpOptions.builder()
            .onEvent(
                event -> {
                  events.add(event);
                  threads.add(Thread.currentThread());
                })
            .build());
    // then
    assertThat(events.getFirst().preludeEvent()).isNotNull();
    assertThat(events.getLast().cancelEvent()).isNotNull();
    var summary = events.get(events.size() - 2).summaryEvent();
    assertThat(summary.resourceChanges()).containsEntry(OperationType.CREATE, 3);
    assertThat(events)
        .extracting(EngineEvent::sequence)
        .containsExactlyElementsOf(IntStream.range(0, events.size()).boxed().toList());
    var begun = events.stream().filter(event -> event.resourcePreEvent() != null).count();
    var done = events.stream().filter(event -> event.resourceOutputsEvent() != null).count();
    assertThat(begun).isEqualTo(4);
    assertThat(done).isEqualTo(4);
    assertThat(threads).containsExactly(Thread.currentThread());
    stack.destroy();
  }

  @Test
  void tellsWhatTheProgramLogs() throws Exception {
    // given
    var stack = stacks.stack("one", context -> context.log().warn("mind the gap"));
    var messages = new ArrayList<String>();
    // when
    stack.up(
        UpOptions.builder()
            .onEvent(
                event -> {
                  if (event.diagnosticEvent() != null) {
                    messages.add(
                        event.diagnosticEvent().severity()
                            + " "
                            + event.diagnosticEvent().message().strip());
                  }
                })
            .build());
    // then
    assertThat(messages).containsExactly("warning mind the gap");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tellsDebugMessagesOnlyWhenAsked(boolean asked) throws Exception {
    // given
    var stack = stacks.stack("one", context -> context.log().debug("in detail"));
    var messages = new ArrayList<String>();
    // when
    stack.up(
        UpOptions.builder()
            .debug(asked)
            .onEvent(
                event -> {
                  if (event.diagnosticEvent() != null) {
                    messages.add(event.diagnosticEvent().message().strip());
                  }
                })
            .build());
    // then
    assertThat(messages.contains("in detail")).isEqualTo(asked);
  }

  @Test
  void goesOnWhenTheListenerFails() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1")));
    // when
    stack.up(
        UpOptions.builder()
            .onEvent(
                event -> {
                  throw new IllegalStateException("listener is broken");
                })
            .build());
    // then
    assertThat(stacks.urns("one")).hasSize(4);
    stack.destroy();
  }
}
