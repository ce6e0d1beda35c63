package dev.helium.cluster;

import dev.helium.cluster.binaries.Binaries;
import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.Progress;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.Map;

/** Real clients for real clusters. */
final class Clients {

  private Clients() {}

  static KubernetesClient of(Path kubeconfig) {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
        .build();
  }

  static Map<Component, Path> binaries() {
    return Binaries.of(System.getenv()).locate(Progress.silent());
  }
}
