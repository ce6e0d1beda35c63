package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.OperationType;
import com.pulumi.automation.RefreshOptions;
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
class RefreshFlagsTest {
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
  void readsOnlyTheTarget() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1", "b", "1")));
    stack.up();
    live.client().configMaps().inNamespace(namespace).delete();
    // when
    var result = stack.refresh(RefreshOptions.builder().targets(List.of("**::a")).build());
    // then
    assertThat(result.summary().resourceChanges())
        .containsExactly(Map.entry(OperationType.DELETE, 1));
    assertThat(stacks.urns("one"))
        .noneMatch(urn -> urn.endsWith("::a"))
        .anyMatch(urn -> urn.endsWith("::b"));
    stack.destroy();
  }

  @Test
  void failsWhenNoChangesWereExpected() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1")));
    stack.up();
    live.client().configMaps().inNamespace(namespace).withName("a").delete();
    var options = RefreshOptions.builder().expectNoChanges(true).build();
    // when
    var failure = Attempts.failureOf(() -> stack.refresh(options));
    // then
    assertThat(failure.message()).contains("no changes were expected");
    stack.destroy();
  }

  @Test
  void refusesToKeepAndForgetAtOnce() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of()));
    var options =
        RefreshOptions.builder().skipPendingCreates(true).clearPendingCreates(true).build();
    // when
    var failure = Attempts.failureOf(() -> stack.refresh(options));
    // then
    assertThat(failure.message()).contains("--skip-pending-creates");
  }
}
