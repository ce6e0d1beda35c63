package dev.helium.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;

/** What every client of a cluster has that lives as long as its service. */
public final class Clients {
  private Clients() {}

  /** Of a client with that configuration, and threads of its own. */
  public static KubernetesClientBuilder of(Config config) {
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withTaskExecutorSupplier(new ClientTasks())
        .withHttpClientBuilderConsumer(client -> keepFromRefreshing(config, client));
  }

  /**
   * Fabric8 reads the kubeconfig again before every request once a minute has passed, looking for a
   * token, also where there is none to be found.
   */
  private static void keepFromRefreshing(Config config, HttpClient.Builder client) {
    if (config.getClientCertData() != null || config.getClientCertFile() != null) {
      client.addOrReplaceInterceptor(TokenRefreshInterceptor.NAME, null);
    }
  }
}
