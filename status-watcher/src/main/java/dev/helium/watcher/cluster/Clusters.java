package dev.helium.watcher.cluster;

import dev.helium.kubernetes.Clients;
import dev.helium.kubernetes.Kubeconfig;
import dev.helium.kubernetes.UnusableKubeconfigException;
import dev.helium.watcher.cluster.heartbeat.HeartbeatFactory;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Makes clients for the API servers that kubeconfigs name. Making one blocks for a moment and sends
 * nothing yet.
 */
public final class Clusters {
  private static final int CONNECT_MILLISECONDS = 5_000;
  private static final int REQUEST_MILLISECONDS = 15_000;

  /** The first pause before a lost watch is taken up again; the client doubles it five times. */
  private static final int RECONNECT_MILLISECONDS = 100;

  private final Duration heartbeat;

  /**
   * @param heartbeat between two pings of a watch that is silent
   */
  public Clusters(Duration heartbeat) {
    this.heartbeat = heartbeat;
  }

  /** Of a file that the operator of this process named; it is believed in all that it says. */
  public KubernetesClient connect(Path kubeconfig) {
    return connect(Config.fromKubeconfig(kubeconfig.toFile()));
  }

  /**
   * Of a file that a program wrote.
   *
   * @throws UnusableKubeconfigException when it breaks the rules for those
   */
  KubernetesClient connect(Kubeconfig kubeconfig) {
    return connect(kubeconfig.read());
  }

  private KubernetesClient connect(Config kubeconfig) {
    Config config =
        new ConfigBuilder(kubeconfig)
            .withConnectionTimeout(CONNECT_MILLISECONDS)
            .withRequestTimeout(REQUEST_MILLISECONDS)
            .withWatchReconnectInterval(RECONNECT_MILLISECONDS)
            .withWatchReconnectLimit(-1)
            // Informers begin again by themselves, and say so.
            .withRequestRetryBackoffLimit(0)
            .build();
    return Clients.of(config).withHttpClientFactory(new HeartbeatFactory(heartbeat)).build();
  }
}
