package dev.helium.engine;

import dev.helium.cluster.junit.TestCluster;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;

/** Looks at the cluster from outside. */
final class Live implements AutoCloseable {
  private final Path kubeconfig;
  private final KubernetesClient client;

  Live(TestCluster cluster) {
    this.kubeconfig = cluster.kubeconfig();
    this.client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
            .build();
  }

  Path kubeconfig() {
    return kubeconfig;
  }

  KubernetesClient client() {
    return client;
  }

  ConfigMap configMap(String namespace, String name) {
    return client.configMaps().inNamespace(namespace).withName(name).get();
  }

  @Override
  public void close() {
    client.close();
  }
}
