package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.LocalClusterOptions;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class SeveralClustersTest {
  @TempDir Path root;

  @Test
  void makesObjectsInTheClusterOfTheirProvider(TestCluster cluster) throws Exception {
    // given
    var name = cluster.uniqueName("several");
    var directory = root.resolve("second");
    try (var second = LocalCluster.start(LocalClusterOptions.in(directory));
        var stacks = Stacks.on(root, cluster.kubeconfig());
        var here = new Live(cluster);
        var there =
            new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(second.kubeconfig().toFile()))
                .build()) {
      var text = Files.readString(second.kubeconfig());
      var stack =
          stacks.stack(
              "one",
              context -> {
                map(name + "-here", CustomResourceOptions.Empty);
                map(name + "-text", on("text", text));
                map(name + "-path", on("path", second.kubeconfig().toString()));
              });
      // when
      stack.up();
      // then
      assertThat(here.configMap("default", name + "-here")).isNotNull();
      assertThat(here.configMap("default", name + "-text")).isNull();
      var maps = there.configMaps().inNamespace("kube-public");
      assertThat(maps.withName(name + "-text").get()).isNotNull();
      assertThat(maps.withName(name + "-path").get()).isNotNull();
      stack.destroy();
      assertThat(maps.withName(name + "-text").get()).isNull();
    }
    LocalCluster.wipe(directory);
  }

  private static CustomResourceOptions on(String name, String kubeconfig) {
    var provider =
        new Provider(
            name, ProviderArgs.builder().kubeconfig(kubeconfig).namespace("kube-public").build());
    return CustomResourceOptions.builder().provider(provider).build();
  }

  private static void map(String name, CustomResourceOptions options) {
    new ConfigMap(
        name,
        ConfigMapArgs.builder()
            .metadata(ObjectMetaArgs.builder().name(name).build())
            .data(Map.of("a", "b"))
            .build(),
        options);
  }
}
