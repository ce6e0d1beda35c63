package dev.helium.provisioner.benchmark;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A cluster that is not busy deleting what was measured before. */
final class Quiet implements AutoCloseable {
  private static final long LONGEST_MINUTES = 5;

  private final KubernetesClient client;

  Quiet(Path kubeconfig) {
    this.client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
            .build();
  }

  /** Waits until no namespace is being deleted. */
  void await() {
    client
        .namespaces()
        .informOnCondition(
            namespaces ->
                namespaces.stream()
                    .noneMatch(space -> space.getMetadata().getDeletionTimestamp() != null))
        .orTimeout(LONGEST_MINUTES, TimeUnit.MINUTES)
        .join();
  }

  @Override
  public void close() {
    client.close();
  }
}
