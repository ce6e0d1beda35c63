package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where the servers agree on who does what. */
final class Etcd {
  static final String NAME = "etcd";
  static final int PORT = 2379;

  private static final String HEADLESS = "etcd-headless";
  private static final int PEER_PORT = 2380;
  private static final String CLIENTS = "client-port";
  private static final String PEERS = "peer-port";
  private static final String STORAGE = "etcd-storage";

  private Etcd() {}

  static List<HasMetadata> objects(Plan plan) {
    Component etcd = component(plan);
    return List.of(
        etcd.statefulSet(HEADLESS),
        Labels.inner(
            KubernetesObjects.service(
                NAME, "ClusterIP", etcd, KubernetesObjects.port(CLIENTS, PORT, CLIENTS))),
        KubernetesObjects.headless(
            HEADLESS, etcd, KubernetesObjects.port(PEERS, PEER_PORT, PEERS)));
  }

  private static Component component(Plan plan) {
    Values values = plan.values().at("etcd");
    return Pods.of(plan, NAME, Images.of(plan, "etcd.image"), values)
        .replicas(values.number("dynamicNodes"))
        // Members become ready together or not at all.
        .parallel()
        .command("/usr/local/bin/etcd")
        .arguments(
            "--data-dir=/var/data/etcd",
            "--listen-client-urls=http://0.0.0.0:" + PORT,
            "--advertise-client-urls=" + member("$(ETCD_NAME)", PORT),
            "--listen-peer-urls=http://0.0.0.0:" + PEER_PORT,
            "--initial-advertise-peer-urls=" + member("$(ETCD_NAME)", PEER_PORT),
            "--initial-cluster=" + members(values.number("dynamicNodes")),
            "--initial-cluster-token=pach-cluster",
            "--auto-compaction-retention=1",
            "--max-txn-ops=" + values.text("maxTxnOps"),
            "--max-request-bytes=52428800",
            "--quota-backend-bytes=8589934592")
        // etcd takes its own name from there.
        .environment(fromPod("ETCD_NAME", "metadata.name"))
        .environment(fromPod("NAMESPACE", "metadata.namespace"))
        .port(CLIENTS, PORT)
        .port(PEERS, PEER_PORT)
        .readiness(Probes.http("/health", CLIENTS, Timing.of(10, 5)))
        .liveness(Probes.http("/health", CLIENTS, Timing.of(10, 5)))
        .claim(Volumes.claim(STORAGE, values.text("storageSize"), values.text("storageClass")))
        .mount(STORAGE, "/var/data/etcd");
  }

  /** A variable with what the pod is told of itself. */
  static EnvVar fromPod(String variable, String field) {
    return new EnvVarBuilder()
        .withName(variable)
        .withNewValueFrom()
        .withNewFieldRef("v1", field)
        .endValueFrom()
        .build();
  }

  private static String member(String pod, int port) {
    return "http://%s.%s.$(NAMESPACE).svc.cluster.local:%d".formatted(pod, HEADLESS, port);
  }

  private static String members(int number) {
    return IntStream.range(0, number)
        .mapToObj(index -> NAME + "-" + index)
        .map(pod -> pod + "=" + member(pod, PEER_PORT))
        .collect(Collectors.joining(","));
  }
}
