package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendRegistry;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.engine.EmbeddedPulumiCommand;
import dev.helium.engine.EngineOptions;
import dev.helium.engine.Kubeconfig;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
final class WarmUpTest {
  @TempDir private Path directory;

  @Test
  void aProgramIsLookedAtAndNothingOfItIsMade(TestCluster cluster) throws IOException {
    // given
    Path own = Files.createDirectory(directory.resolve("own"));
    try (KubernetesClient kubernetes =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
            .build()) {
      // when
      boolean warm = warmUp(own, cluster.kubeconfig());
      // then
      assertThat(warm).isTrue();
      assertThat(kubernetes.namespaces().withName("helium-warm-up").get()).isNull();
      assertThat(own).doesNotExist();
    }
  }

  @Test
  void aClusterThatCannotBeReachedIsSaidAndConcernsNobody() throws IOException {
    // given
    Path own = Files.createDirectory(directory.resolve("own"));
    Path kubeconfig =
        Files.writeString(
            directory.resolve("kubeconfig"),
            """
            apiVersion: v1
            kind: Config
            clusters: [{name: away, cluster: {server: "http://127.0.0.1:9"}}]
            contexts: [{name: away, context: {cluster: away, user: nobody}}]
            users: [{name: nobody, user: {}}]
            current-context: away
            """);
    // when
    boolean warm = warmUp(own, kubeconfig);
    // then
    assertThat(warm).isFalse();
    assertThat(own).doesNotExist();
  }

  private static boolean warmUp(Path own, Path kubeconfig) throws IOException {
    try (EmbeddedPulumiCommand engine =
        new EmbeddedPulumiCommand(
            EngineOptions.defaults().withKubeconfig(new Kubeconfig.File(kubeconfig)))) {
      return new WarmUp(
              own,
              Stacks.in(own, "correct horse", kubeconfig, engine),
              BackendRegistry.standard().require("namespace"))
          .run();
    }
  }
}
