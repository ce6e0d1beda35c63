package dev.helium.story;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;

/** How those who look from outside ask a cluster. */
public final class ClusterClient {
  private ClusterClient() {}

  /** To be closed by who asked for it. */
  public static KubernetesClient of(Path kubeconfig) {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
        .build();
  }
}
