package dev.helium.provisioner.attempt;

import dev.helium.backends.ApiServer;
import dev.helium.backends.PreparationException;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks an API server for a backend; connects when it is first asked. For one thread. */
final class ApiServerConnection implements ApiServer, AutoCloseable {
  private static final int CONNECT_MILLISECONDS = 5_000;
  private static final int REQUEST_MILLISECONDS = 15_000;

  private final Supplier<Config> cluster;
  private KubernetesClient client;

  ApiServerConnection(Supplier<Config> cluster) {
    this.cluster = cluster;
  }

  @Override
  public Optional<String> get(String path) {
    try {
      if (client == null) {
        client = connect();
      }
      return Optional.ofNullable(client.raw(path));
    } catch (KubernetesClientException failure) {
      if (failure.getCode() == 0) {
        throw PreparationException.passing(
            PreparationException.Kind.CLUSTER_UNREACHABLE, "the cluster does not answer", failure);
      }
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
  }

  private KubernetesClient connect() {
    return new KubernetesClientBuilder()
        .withConfig(
            new ConfigBuilder(cluster.get())
                .withConnectionTimeout(CONNECT_MILLISECONDS)
                .withRequestTimeout(REQUEST_MILLISECONDS)
                // What does not answer is asked again with the next attempt.
                .withRequestRetryBackoffLimit(0)
                .build())
        .build();
  }
}
