package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.automation.UpOptions;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class ContinueOnErrorTest {
  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    namespace = cluster.uniqueName("continue");
  }

  @AfterEach
  void close() {
    stacks.close();
    live.close();
  }

  @Test
  void makesWhatDoesNotNeedTheFailedObject() throws Exception {
    // given
    Consumer<Context> program =
        context -> {
          var made = Programs.namespace(namespace);
          var refused = Programs.configMap(made, "Not_A_Name", "1");
          Programs.configMap(
              namespace, "dependent", refused.id().applyValue(id -> "made after " + id));
          Programs.configMap(made, "independent", "1");
        };
    var stack = stacks.stack("one", program);
    // when
    var failure =
        Attempts.failureOf(() -> stack.up(UpOptions.builder().continueOnError(true).build()));
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.INVALID);
    assertThat(live.configMap(namespace, "independent")).isNotNull();
    assertThat(live.configMap(namespace, "dependent")).isNull();
    assertThat(stacks.urns("one"))
        .anyMatch(urn -> urn.endsWith("::independent"))
        .noneMatch(urn -> urn.endsWith("::Not_A_Name") || urn.endsWith("::dependent"));
    assertThat(stacks.deployment("one").path("pending_operations")).isEmpty();
    stack.destroy();
  }
}
