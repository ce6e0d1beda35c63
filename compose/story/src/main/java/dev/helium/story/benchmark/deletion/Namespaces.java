package dev.helium.story.benchmark.deletion;

import dev.helium.story.ClusterClient;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The namespaces with a label, as a watch shows them. */
public final class Namespaces implements ResourceEventHandler<Namespace>, AutoCloseable {
  private static final long PAGE = 500;

  private final Set<String> there = ConcurrentHashMap.newKeySet();
  private final KubernetesClient client;
  private final SharedIndexInformer<Namespace> informer;

  private Namespaces(KubernetesClient client, String label, String value) {
    this.client = client;
    this.informer =
        client
            .namespaces()
            .withLabel(label, value)
            .withLimit(PAGE)
            .runnableInformer(0)
            .addEventHandler(this);
    informer.start().toCompletableFuture().join();
  }

  /** Those that carry the label with that value. */
  public static Namespaces labelled(Path kubeconfig, String label, String value) {
    return new Namespaces(ClusterClient.of(kubeconfig), label, value);
  }

  /** Those that carry the label now, asked for once. */
  static int count(Path kubeconfig, String label) {
    try (KubernetesClient client = ClusterClient.of(kubeconfig)) {
      return client.namespaces().withLabel(label).list().getItems().size();
    }
  }

  public int count() {
    return there.size();
  }

  @Override
  public void onAdd(Namespace namespace) {
    there.add(namespace.getMetadata().getName());
  }

  @Override
  public void onUpdate(Namespace before, Namespace namespace) {
    there.add(namespace.getMetadata().getName());
  }

  @Override
  public void onDelete(Namespace namespace, boolean unseen) {
    there.remove(namespace.getMetadata().getName());
  }

  @Override
  public void close() {
    informer.close();
    client.close();
  }
}
