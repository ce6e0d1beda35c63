package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.pulumi.Context;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class IgnoredFieldsTest {
  @TempDir Path root;

  @Test
  void leavesAnIgnoredFieldToWhoeverTookIt(TestCluster cluster) throws Exception {
    // given
    var namespace = cluster.newNamespace("ignored");
    try (var stacks = Stacks.on(root, cluster.kubeconfig());
        var live = new Live(cluster)) {
      stacks.stack("one", program(namespace, Map.of("mine", "1", "theirs", "1"))).up();
      live.client()
          .configMaps()
          .inNamespace(namespace)
          .withName("some")
          .patch(
              new PatchContext.Builder()
                  .withPatchType(PatchType.SERVER_SIDE_APPLY)
                  .withFieldManager("someone")
                  .withForce(true)
                  .build(),
              """
              {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "some"},
               "data": {"theirs": "taken"}}
              """);
      // when
      stacks.stack("one", program(namespace, Map.of("mine", "2", "theirs", "2"))).up();
      // then
      assertThat(live.configMap(namespace, "some").getData())
          .containsOnly(entry("mine", "2"), entry("theirs", "taken"));
    }
  }

  private static Consumer<Context> program(String namespace, Map<String, String> data) {
    return context ->
        new ConfigMap(
            "some",
            ConfigMapArgs.builder()
                .metadata(ObjectMetaArgs.builder().name("some").namespace(namespace).build())
                .data(data)
                .build(),
            CustomResourceOptions.builder().ignoreChanges("data.theirs").build());
  }
}
