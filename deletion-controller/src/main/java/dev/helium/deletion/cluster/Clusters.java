package dev.helium.deletion.cluster;

import dev.helium.kubernetes.Clients;
import dev.helium.kubernetes.Kubeconfig;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;

/** Clients for the API server that a kubeconfig file names. */
public final class Clusters {
  private static final int CONNECT_MILLISECONDS = 5_000;
  private static final int REQUEST_MILLISECONDS = 15_000;

  /** The first pause before a lost watch is taken up again; the client doubles it five times. */
  private static final int RECONNECT_MILLISECONDS = 100;

  private Clusters() {}

  /** Of the operator's file; reads it and so blocks; nothing is sent yet. */
  public static KubernetesClient connect(Path kubeconfig) {
    return connect(Config.fromKubeconfig(kubeconfig.toFile()));
  }

  /** Of a file that a program wrote; fails when it breaks the rules for those. */
  public static KubernetesClient connect(Kubeconfig kubeconfig) {
    return connect(kubeconfig.read());
  }

  private static KubernetesClient connect(Config kubeconfig) {
    Config config =
        new ConfigBuilder(kubeconfig)
            .withConnectionTimeout(CONNECT_MILLISECONDS)
            .withRequestTimeout(REQUEST_MILLISECONDS)
            .withWatchReconnectInterval(RECONNECT_MILLISECONDS)
            .withWatchReconnectLimit(-1)
            // Whoever asks asks again, and says so.
            .withRequestRetryBackoffLimit(0)
            .build();
    return Clients.of(config).build();
  }
}
