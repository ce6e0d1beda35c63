package dev.helium.story.benchmark.catalog;

import dev.helium.story.ClusterClient;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The floor: the same objects, created one after the other, and a watch until all pods run. */
final class BareMaker implements AutoCloseable {
  static final String LABEL = "app.kubernetes.io/managed-by";
  static final String VALUE = "bare-client";

  private static final long LONGEST_SECONDS = 300;

  private final KubernetesClient cluster;

  /**
   * How long it took.
   *
   * @param applied milliseconds until the last object was created
   * @param ready milliseconds until the last pod was ready
   */
  record Made(double applied, double ready) {}

  BareMaker(Path kubeconfig) {
    this.cluster = ClusterClient.of(kubeconfig);
  }

  KubernetesClient cluster() {
    return cluster;
  }

  /** Returns when its pods are ready, or, those of jobs, done. */
  Made make(Blueprint blueprint, String name) {
    List<GenericKubernetesResource> objects = blueprint.named(cluster, name);
    long begun = System.nanoTime();
    cluster
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels(LABEL, VALUE)
                .endMetadata()
                .build())
        .create();
    objects.forEach(object -> cluster.resource(object).create());
    double applied = since(begun);
    cluster
        .pods()
        .inNamespace(name)
        .informOnCondition(
            pods -> pods.size() >= blueprint.pods() && pods.stream().allMatch(BareMaker::isDone))
        .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
        .join();
    return new Made(applied, since(begun));
  }

  /** Returns when the deletion is accepted. */
  void remove(String name) {
    cluster.namespaces().withName(name).delete();
  }

  @Override
  public void close() {
    cluster.close();
  }

  private static boolean isDone(Pod pod) {
    return Readiness.isPodReady(pod) || "Succeeded".equals(pod.getStatus().getPhase());
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e6;
  }
}
