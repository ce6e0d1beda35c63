package dev.helium.cluster.kubernetes;

import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.Polling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** Makes namespaces for those who have no Kubernetes client at hand. */
public final class Namespaces {

  private static final Duration INTERVAL = Duration.ofMillis(20);
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private Namespaces() {}

  /** Makes one and waits until it has the service account without which no pod is admitted. */
  public static void create(Path directory, String name) {
    ClusterDirectory files = new ClusterDirectory(directory);
    URI apiServer = Ports.read(files).address(Component.KUBE_APISERVER);
    try (ApiClient client =
        Credentials.in(files, apiServer, InstantSource.system()).administrator()) {
      URI namespace = apiServer.resolve("/api/v1/namespaces/" + name);
      client.apply(
          namespace,
          """
          apiVersion: v1
          kind: Namespace
          metadata:
            name: %s
          """
              .formatted(name));
      URI account = URI.create(namespace + "/serviceaccounts/default");
      if (!Polling.until(() -> client.isHealthy(account), INTERVAL, LIMIT)) {
        throw new ClusterException(
            "The namespace %s has no service account after %d s."
                .formatted(name, LIMIT.toSeconds()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
