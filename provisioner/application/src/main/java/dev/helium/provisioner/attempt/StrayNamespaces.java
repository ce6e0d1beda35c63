package dev.helium.provisioner.attempt;

import dev.helium.domain.ClusterName;
import dev.helium.domain.Workspace;
import dev.helium.wire.UnreadableException;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.Map;

/**
 * Removes what no stack knows of: namespaces that came back after their life was over. The labels
 * must name the workspace and that very life, so a newer one is never touched.
 */
final class StrayNamespaces {
  private static final int CONNECT_MILLISECONDS = 5_000;
  private static final int REQUEST_MILLISECONDS = 15_000;

  private final Path kubeconfig;
  private final OtherClusters clusters;

  /**
   * @param kubeconfig of the default cluster
   */
  StrayNamespaces(Path kubeconfig, OtherClusters clusters) {
    this.kubeconfig = kubeconfig;
    this.clusters = clusters;
  }

  /**
   * Returns when the cluster of the workspace has accepted their deletion; fails as the client
   * does, and with an {@link UnreadableException} when nobody knows the way to it.
   */
  void remove(Workspace workspace) {
    // So seldom that a client is not worth keeping.
    Config config =
        new ConfigBuilder(cluster(ClusterName.of(workspace.spec())))
            .withConnectionTimeout(CONNECT_MILLISECONDS)
            .withRequestTimeout(REQUEST_MILLISECONDS)
            .build();
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      client
          .namespaces()
          .withLabels(
              Map.of(
                  "helium.dev/workspace", workspace.id().value(),
                  "helium.dev/incarnation", Integer.toString(workspace.incarnation())))
          .withPropagationPolicy(DeletionPropagation.BACKGROUND)
          .delete();
    }
  }

  private Config cluster(ClusterName name) {
    return name.isDefault()
        ? Config.fromKubeconfig(kubeconfig.toFile())
        : clusters.require(name).read();
  }
}
