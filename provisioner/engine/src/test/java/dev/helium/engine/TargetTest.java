package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.DestroyOptions;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.UpOptions;
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
class TargetTest {
  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    namespace = cluster.uniqueName("target");
  }

  @AfterEach
  void close() {
    stacks.close();
    live.close();
  }

  @Test
  void changesOnlyTheTarget() throws Exception {
    // given
    stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1", "b", "1"))).up();
    var next = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "2", "b", "2")));
    // when
    var result = next.up(UpOptions.builder().targets(List.of(urn("a"))).build());
    // then
    assertThat(result.summary().resourceChanges())
        .containsEntry(OperationType.UPDATE, 1)
        .containsEntry(OperationType.SAME, 3);
    assertThat(live.configMap(namespace, "a").getData()).containsEntry("content", "2");
    assertThat(live.configMap(namespace, "b").getData()).containsEntry("content", "1");
    next.destroy();
  }

  @Test
  void leavesExcludedOnesAlone() throws Exception {
    // given
    stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1", "b", "1"))).up();
    var next = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "2", "b", "2")));
    // when
    next.up(UpOptions.builder().excludes(List.of("**::a")).build());
    // then
    assertThat(live.configMap(namespace, "a").getData()).containsEntry("content", "1");
    assertThat(live.configMap(namespace, "b").getData()).containsEntry("content", "2");
    next.destroy();
  }

  @Test
  void refusesATargetWhoseNamespaceIsNotThere() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1")));
    var options = UpOptions.builder().targets(List.of(urn("a"))).build();
    // when
    var failure = Attempts.failureOf(() -> stack.up(options));
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.INVALID);
    assertThat(failure.message()).contains("a needs space");
    assertThat(live.client().namespaces().withName(namespace).get()).isNull();
  }

  @Test
  void destroysATarget() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1", "b", "1")));
    stack.up();
    // when
    stack.destroy(DestroyOptions.builder().targets(List.of(urn("a"))).build());
    // then
    assertThat(live.configMap(namespace, "a")).isNull();
    assertThat(live.configMap(namespace, "b")).isNotNull();
    assertThat(stacks.urns("one")).hasSize(4).noneMatch(urn -> urn.endsWith("::a"));
    stack.destroy();
  }

  @Test
  void refusesTargetsTogetherWithExcludes() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of()));
    var options =
        UpOptions.builder().targets(List.of(urn("a"))).excludes(List.of(urn("b"))).build();
    // when
    var failure = Attempts.failureOf(() -> stack.up(options));
    // then
    assertThat(failure.message()).contains("--target and --exclude");
  }

  private static String urn(String name) {
    return "urn:pulumi:one::" + Stacks.PROJECT + "::kubernetes:core/v1:ConfigMap::" + name;
  }
}
