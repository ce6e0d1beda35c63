package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class ReplacedProviderTest {
  @TempDir Path root;

  @Test
  void replacesAProviderOfAnotherClusterWithAllThatItManages(TestCluster cluster) throws Exception {
    // given
    var kubeconfig = Files.readString(cluster.kubeconfig());
    // Another address of the same API server is another cluster by its settings.
    var elsewhere = kubeconfig.replace("127.0.0.1", "localhost");
    try (var stacks = Stacks.on(root, cluster.kubeconfig());
        var live = new Live(cluster)) {
      stacks.stack("one", program(kubeconfig)).up();
      var before = stacks.resources("one").getLast();
      var provider = id(stacks);
      // when
      var changes = stacks.stack("one", program(elsewhere)).up().summary().resourceChanges();
      // then
      assertThat(changes).containsEntry(OperationType.REPLACE, 2);
      assertThat(id(stacks)).isNotEqualTo(provider);
      var after = stacks.resources("one").getLast();
      assertThat(after.path("provider").asText()).endsWith("::" + id(stacks));
      assertThat(after.path("id").asText()).isNotEqualTo(before.path("id").asText());
      assertThat(live.configMap("default", before.path("id").asText().substring(8))).isNull();
      assertThat(stacks.urns("one")).containsOnlyOnce("pulumi:providers:kubernetes::cluster");
      stacks.stack("one", program(elsewhere)).destroy();
      assertThat(stacks.resources("one")).isEmpty();
    }
  }

  private static String id(Stacks stacks) {
    var index = stacks.urns("one").indexOf("pulumi:providers:kubernetes::cluster");
    return stacks.resources("one").get(index).path("id").asText();
  }

  private static Consumer<Context> program(String kubeconfig) {
    return context -> {
      var provider =
          new Provider(
              "cluster", ProviderArgs.builder().kubeconfig(Output.ofSecret(kubeconfig)).build());
      new ConfigMap(
          "map",
          ConfigMapArgs.builder().data(Map.of("content", "1")).build(),
          CustomResourceOptions.builder().provider(provider).build());
    };
  }
}
