package dev.helium.deletion.cluster;

import dev.helium.deletion.proof.NamespaceFacts;
import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.ReducedStateItemStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the namespaces of all workspaces with one watch, and tells whose has changed. */
final class NamespaceWatch implements ResourceEventHandler<Namespace> {
  private static final Logger LOG = LoggerFactory.getLogger(NamespaceWatch.class);
  private static final long PAGE = 500;

  private final Consumer<WorkspaceId> changed;
  private final SharedIndexInformer<Namespace> informer;
  private final Map<String, NamespaceFacts> namespaces = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> listed = new CompletableFuture<>();

  NamespaceWatch(KubernetesClient client, Consumer<WorkspaceId> changed) {
    this.changed = changed;
    this.informer =
        client
            .namespaces()
            .withLabel(Labels.WORKSPACE)
            .withLimit(PAGE)
            .runnableInformer(0)
            .removeNamespaceIndex()
            .itemStore(
                new ReducedStateItemStore<>(
                    ReducedStateItemStore.NAME_KEY_STATE,
                    Namespace.class,
                    client.getKubernetesSerialization()))
            .exceptionHandler((started, failure) -> retry(failure))
            .addEventHandler(this);
  }

  /** Returns at once; what cannot be reached is tried again for as long as this is open. */
  void start() {
    informer.start();
  }

  void stop() {
    informer.stop();
  }

  /** Completes when every namespace that was there has been seen. */
  CompletableFuture<Void> listed() {
    return listed;
  }

  /** False while changes would go unseen. */
  boolean isConnected() {
    return listed.isDone() && informer.isWatching();
  }

  /** What was last seen of a namespace; empty when it was not seen, or may have changed unseen. */
  Optional<NamespaceFacts> find(String name) {
    return isConnected() ? Optional.ofNullable(namespaces.get(name)) : Optional.empty();
  }

  @Override
  public void onAdd(Namespace namespace) {
    see(namespace);
  }

  @Override
  public void onUpdate(Namespace before, Namespace namespace) {
    see(namespace);
  }

  @Override
  public void onDelete(Namespace namespace, boolean unseen) {
    String name = namespace.getMetadata().getName();
    namespaces.remove(name);
    tell(name);
  }

  @Override
  public void onList(String version, boolean remainedEmpty) {
    listed.complete(null);
  }

  private void see(Namespace namespace) {
    NamespaceFacts facts = Labels.facts(namespace);
    if (!facts.equals(namespaces.put(facts.name(), facts))) {
      tell(facts.name());
    }
  }

  private void tell(String name) {
    try {
      changed.accept(new WorkspaceId(name));
    } catch (IllegalArgumentException notAWorkspace) {
      LOG.atDebug().addKeyValue("namespace", name).log("carries the label and no possible name");
    }
  }

  private boolean retry(Throwable failure) {
    LOG.atWarn()
        .addKeyValue("failure", failure.toString())
        .log("watching namespaces is interrupted and begins again");
    return true;
  }
}
