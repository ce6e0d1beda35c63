package dev.helium.engine.kubernetes;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One connection per cluster for all stacks. The least recently used ones are closed beyond a
 * number, never in use.
 */
public final class KubernetesClients implements AutoCloseable {
  private static final int RETRIES = 4;

  private final Duration requestTimeout;
  private final int maximum;
  private final Map<String, Shared> clients = new LinkedHashMap<>(16, 0.75f, true);

  public KubernetesClients(Duration requestTimeout, int maximum) {
    this.requestTimeout = requestTimeout;
    this.maximum = maximum;
  }

  /** The use of a connection; close it when done. */
  public final class Lease implements AutoCloseable {
    private final Shared shared;
    private boolean open = true;

    private Lease(Shared shared) {
      this.shared = shared;
    }

    ApiServer server() {
      return shared.server;
    }

    KindCatalog kinds() {
      return shared.kinds;
    }

    ClusterIdentity identity() {
      return shared.identity;
    }

    /** The namespace of the kubeconfig's context. */
    String namespace() {
      return shared.namespace;
    }

    @Override
    public void close() {
      synchronized (clients) {
        if (open) {
          open = false;
          shared.uses--;
          trim(maximum);
        }
      }
    }
  }

  /** A connection for a kubeconfig. */
  Lease lease(KubeconfigSource source, ClientLimits limits) {
    synchronized (clients) {
      var shared = clients.computeIfAbsent(source.key() + limits, key -> connect(source, limits));
      shared.uses++;
      trim(maximum);
      return new Lease(shared);
    }
  }

  @Override
  public void close() {
    synchronized (clients) {
      clients.values().forEach(shared -> shared.client.close());
      clients.clear();
    }
  }

  private void trim(int limit) {
    var oldest = clients.values().iterator();
    while (clients.size() > limit && oldest.hasNext()) {
      var shared = oldest.next();
      if (shared.uses == 0) {
        oldest.remove();
        shared.client.close();
      }
    }
  }

  private Shared connect(KubeconfigSource source, ClientLimits limits) {
    var timeout = limits.timeout().isZero() ? requestTimeout : limits.timeout();
    try {
      var config =
          new ConfigBuilder(ClientKeys.readable(source.config()))
              .withRequestTimeout((int) timeout.toMillis())
              .withConnectionTimeout((int) Math.min(timeout.toMillis(), 10_000))
              .withRequestRetryBackoffLimit(RETRIES)
              .build();
      return new Shared(
          new KubernetesClientBuilder()
              .withConfig(config)
              .withHttpClientBuilderConsumer(client -> keepFromRefreshing(config, client))
              .build(),
          config,
          timeout,
          limits);
    } catch (KubernetesClientException | IllegalArgumentException invalid) {
      throw new EngineException(FailureClass.INVALID, "the kubeconfig cannot be used", invalid);
    }
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

  private static final class Shared {
    private final KubernetesClient client;
    private final ApiServer server;
    private final KindCatalog kinds;
    private final ClusterIdentity identity;
    private final String namespace;
    private int uses;

    private Shared(
        KubernetesClient client, Config config, Duration requestTimeout, ClientLimits limits) {
      this.client = client;
      var rate = new RequestRate(limits.perSecond(), limits.burst());
      this.server = new ApiServer(client, requestTimeout, rate);
      this.identity = new ClusterIdentity(server);
      this.kinds = new KindCatalog(server, identity);
      this.namespace = config.getNamespace() == null ? "" : config.getNamespace();
    }
  }
}
