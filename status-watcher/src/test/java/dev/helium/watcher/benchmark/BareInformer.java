package dev.helium.watcher.benchmark;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** The floor: an informer as anybody would use it, that only notes when it has a pod's change. */
final class BareInformer implements Audience, ResourceEventHandler<Pod>, AutoCloseable {
  private static final long PAGE = 500;

  private final Fleet fleet;
  private final AtomicIntegerArray ready;
  private final AtomicIntegerArray counts;
  private final AtomicLongArray heard;
  private final Changes changes;
  private final SharedIndexInformer<Pod> informer;

  BareInformer(KubernetesClient client, Fleet fleet, Changes changes) {
    this.fleet = fleet;
    this.ready = new AtomicIntegerArray(fleet.pods());
    this.counts = new AtomicIntegerArray(fleet.workspaces());
    this.heard = new AtomicLongArray(fleet.workspaces());
    this.changes = changes;
    this.informer =
        client
            .pods()
            .inAnyNamespace()
            .withLabel("helium.dev/workspace")
            .withLimit(PAGE)
            .runnableInformer(0)
            .addEventHandler(this);
    informer.start();
  }

  @Override
  public long ready() {
    return IntStream.range(0, fleet.workspaces())
        .filter(
            workspace ->
                IntStream.range(0, Fleet.PODS)
                    .allMatch(pod -> ready.get(workspace * Fleet.PODS + pod) == 1))
        .count();
  }

  @Override
  public int count(int workspace) {
    return counts.get(workspace);
  }

  @Override
  public long heard(int workspace) {
    return heard.get(workspace);
  }

  @Override
  public void onAdd(Pod pod) {
    see(pod);
  }

  @Override
  public void onUpdate(Pod before, Pod pod) {
    see(pod);
  }

  @Override
  public void onDelete(Pod pod, boolean unseen) {
    throw new IllegalStateException("nobody deletes pods here");
  }

  private void see(Pod pod) {
    int workspace = Fleet.number(pod.getMetadata().getNamespace());
    int number = Integer.parseInt(pod.getMetadata().getName().substring("web-".length()));
    boolean isReady = Readiness.isPodReady(pod);
    heard.set(workspace, System.nanoTime());
    changes.heard(workspace, isReady);
    counts.incrementAndGet(workspace);
    ready.set(workspace * Fleet.PODS + number, isReady ? 1 : 0);
  }

  @Override
  public void close() {
    informer.close();
  }
}
