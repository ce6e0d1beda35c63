package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.automation.OperationType;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class RefreshTest {
  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    namespace = cluster.uniqueName("refresh");
  }

  @AfterEach
  void close() {
    stacks.close();
    live.close();
  }

  @Test
  void forgetsWhatIsGoneAndRecordsWhatChanged() throws Exception {
    // given
    var stack =
        stacks.stack("one", Programs.configMaps(namespace, Map.of("gone", "1", "kept", "2")));
    stack.up();
    live.client().configMaps().inNamespace(namespace).withName("gone").delete();
    live.client()
        .configMaps()
        .inNamespace(namespace)
        .withName("kept")
        .edit(
            map -> {
              map.getData().put("content", "drifted");
              return map;
            });
    // when
    var result = stack.refresh();
    // then
    assertThat(result.summary().resourceChanges())
        .containsEntry(OperationType.DELETE, 1)
        .containsEntry(OperationType.UPDATE, 1);
    assertThat(stacks.urns("one")).noneMatch(urn -> urn.endsWith("::gone"));
    assertThat(stacks.resources("one").toString()).contains("drifted");
    stack.destroy();
  }

  @Test
  void changesNothingWhenTheClusterIsAsRecorded() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1")));
    stack.up();
    var before = withoutLinks();
    // when
    var result = stack.refresh();
    // then
    assertThat(result.summary().resourceChanges()).containsOnlyKeys(OperationType.SAME);
    assertThat(withoutLinks()).isEqualTo(before);
    stack.destroy();
  }

  /** A refresh leaves out what links to nothing. */
  private List<JsonNode> withoutLinks() {
    return stacks.resources("one").stream()
        .<JsonNode>map(resource -> ((ObjectNode) resource).without("propertyDependencies"))
        .toList();
  }
}
