package dev.helium.cluster.kubernetes;

import dev.helium.cluster.component.Component;
import java.net.URI;

/** Asks the programs whether they do their work. */
public final class Health implements AutoCloseable {

  private final Ports ports;
  private final ApiClient client;
  private final ApiClient storeClient;

  public Health(Ports ports, Credentials credentials) {
    this.ports = ports;
    this.client = credentials.administrator();
    this.storeClient = credentials.storeClient();
  }

  /** False as long as a program does not answer, or answers that it is not ready. */
  public boolean isReady(Component component) {
    URI address = ports.address(component);
    return switch (component) {
      case ETCD -> storeClient.isHealthy(address.resolve("/health"));
      case KUBE_APISERVER -> client.isHealthy(address.resolve("/readyz"));
      case KUBE_CONTROLLER_MANAGER, KUBE_SCHEDULER, KWOK ->
          client.isHealthy(address.resolve("/healthz"));
    };
  }

  @Override
  public void close() {
    client.close();
    storeClient.close();
  }
}
