package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

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
class ReplaceTest {
  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    namespace = cluster.uniqueName("replace");
  }

  @AfterEach
  void close() {
    stacks.close();
    live.close();
  }

  @Test
  void makesAnObjectAnewThatIsAskedFor() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1", "b", "1")));
    stack.up();
    var a = live.configMap(namespace, "a").getMetadata().getUid();
    var b = live.configMap(namespace, "b").getMetadata().getUid();
    var urn = "urn:pulumi:one::" + Stacks.PROJECT + "::kubernetes:core/v1:ConfigMap::a";
    // when
    var result = stack.up(UpOptions.builder().replaces(List.of(urn)).build());
    // then
    assertThat(result.summary().resourceChanges())
        .containsOnly(Map.entry(OperationType.REPLACE, 1), Map.entry(OperationType.SAME, 3));
    assertThat(live.configMap(namespace, "a").getMetadata().getUid()).isNotEqualTo(a);
    assertThat(live.configMap(namespace, "b").getMetadata().getUid()).isEqualTo(b);
    assertThat(stacks.urns("one")).hasSize(5);
    stack.destroy();
  }
}
