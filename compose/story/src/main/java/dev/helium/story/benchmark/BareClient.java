package dev.helium.story.benchmark;

import dev.helium.story.ClusterClient;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The floor: the same objects, created one after the other, and a watch until the pod is ready. */
public final class BareClient implements AutoCloseable {
  private static final long LONGEST_SECONDS = 60;

  private final KubernetesClient cluster;
  private final String template;
  private final int pods;

  /** With one pod each. */
  public BareClient(Path kubeconfig) {
    this(kubeconfig, 1);
  }

  /**
   * @param pods that each workspace has
   */
  public BareClient(Path kubeconfig, int pods) {
    this.pods = pods;
    this.cluster = ClusterClient.of(kubeconfig);
    this.template = template().replace("replicas: 1", "replicas: " + pods);
  }

  /** Makes a workspace's objects and returns when its pods are ready. */
  public void make(String name) {
    byte[] objects = template.replace("NAME", name).getBytes(StandardCharsets.UTF_8);
    for (HasMetadata object : cluster.load(new ByteArrayInputStream(objects)).items()) {
      cluster.resource(object).create();
    }
    if (pods == 0) {
      return;
    }
    cluster
        .pods()
        .inNamespace(name)
        .withLabel("app.kubernetes.io/name", "web")
        .informOnCondition(
            found -> found.size() == pods && found.stream().allMatch(BareClient::isReady))
        .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  /** Returns when the deletion is accepted; what is in it goes first. */
  public void remove(String name) {
    cluster.namespaces().withName(name).delete();
  }

  @Override
  public void close() {
    cluster.close();
  }

  private static boolean isReady(Pod pod) {
    return Readiness.isPodReady(pod);
  }

  private static String template() {
    try (InputStream text = BareClient.class.getResourceAsStream("workspace.yaml")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
