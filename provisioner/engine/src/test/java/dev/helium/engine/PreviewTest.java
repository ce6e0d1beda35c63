package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.DestroyOptions;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.PreviewOptions;
import com.pulumi.automation.RefreshOptions;
import com.pulumi.automation.events.EngineEvent;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class PreviewTest {
  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    namespace = cluster.uniqueName("preview");
  }

  @AfterEach
  void close() {
    stacks.close();
    live.close();
  }

  @Test
  void plansACreationAndMakesNothing() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1")));
    var before = Files.readAllBytes(stacks.checkpoint("one"));
    // when
    var result = stack.preview();
    // then
    assertThat(result.changeSummary()).containsExactly(Map.entry(OperationType.CREATE, 3));
    assertThat(result.standardOutput())
        .contains("Previewing update (one):", "+ 3 to create")
        .doesNotContain("Duration");
    assertThat(live.client().namespaces().withName(namespace).get()).isNull();
    assertThat(Files.readAllBytes(stacks.checkpoint("one"))).isEqualTo(before);
    assertThat(stack.getHistory()).isEmpty();
    assertThat(stacks.locks("one").toFile().list()).isNullOrEmpty();
  }

  @Test
  void plansUpdatesAndDeletionsAsTheUpdateThenDoesThem() throws Exception {
    // given
    stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1", "b", "1"))).up();
    var next = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "2", "c", "1")));
    // when
    var planned = next.preview();
    var untouched = live.configMap(namespace, "a").getData();
    var done = next.up();
    // then
    assertThat(untouched).containsEntry("content", "1");
    assertThat(planned.changeSummary()).isEqualTo(done.summary().resourceChanges());
    next.destroy();
  }

  @Test
  void tellsTheProgramThatItIsOne() throws Exception {
    // given
    var seen = new ArrayList<String>();
    var stack =
        stacks.stack(
            "one",
            context -> {
              var made = new ConfigMap("a");
              context.export(
                  "id",
                  made.id()
                      .applyValue(
                          id -> {
                            seen.add(id);
                            return id;
                          }));
            });
    // when
    stack.preview();
    // then
    assertThat(seen).isEmpty();
  }

  @Test
  void plansADestroyAndARefresh() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1")));
    stack.up();
    live.client().configMaps().inNamespace(namespace).withName("a").delete();
    var before = Files.readAllBytes(stacks.checkpoint("one"));
    var events = new ArrayList<EngineEvent>();
    // when
    stack.refresh(RefreshOptions.builder().previewOnly(true).onEvent(events::add).build());
    stack.destroy(DestroyOptions.builder().previewOnly(true).onEvent(events::add).build());
    // then
    assertThat(events)
        .filteredOn(event -> event.summaryEvent() != null)
        .extracting(event -> event.summaryEvent().resourceChanges())
        .containsExactly(
            Map.of(OperationType.DELETE, 1, OperationType.SAME, 2),
            Map.of(OperationType.DELETE, 3));
    assertThat(Files.readAllBytes(stacks.checkpoint("one"))).isEqualTo(before);
    assertThat(stack.getHistory()).hasSize(1);
    stack.destroy();
  }

  @Test
  void failsWhenNoChangesWereExpected() throws Exception {
    // given
    var stack = stacks.stack("one", context -> context.export("x", Output.of("y")));
    // when
    var options = PreviewOptions.builder().expectNoChanges(true).build();
    // then
    assertThatThrownBy(() -> stack.preview(options))
        .isInstanceOf(AutomationException.class)
        .hasMessageContaining("no changes were expected");
  }

  @Test
  void masksSecretsAmongTheOutputs() throws Exception {
    // given
    var stack =
        stacks.stack("one", context -> context.export("token", Output.ofSecret("hush-hush")));
    // when
    var result = stack.preview();
    // then
    assertThat(result.standardOutput()).contains("token: [secret]").doesNotContain("hush-hush");
  }
}
