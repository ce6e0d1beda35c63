package dev.helium.deletion.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;

/** Clients for the API server that a kubeconfig file names. */
public final class Clusters {
  private static final int CONNECT_MILLISECONDS = 5_000;
  private static final int REQUEST_MILLISECONDS = 15_000;

  /** The first pause before a lost watch is taken up again; the client doubles it five times. */
  private static final int RECONNECT_MILLISECONDS = 100;

  private Clusters() {}

  /** Reads the file and so blocks; nothing is sent yet. */
  public static KubernetesClient connect(Path kubeconfig) {
    Config config =
        new ConfigBuilder(Config.fromKubeconfig(kubeconfig.toFile()))
            .withConnectionTimeout(CONNECT_MILLISECONDS)
            .withRequestTimeout(REQUEST_MILLISECONDS)
            .withWatchReconnectInterval(RECONNECT_MILLISECONDS)
            .withWatchReconnectLimit(-1)
            // Whoever asks asks again, and says so.
            .withRequestRetryBackoffLimit(0)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }
}
