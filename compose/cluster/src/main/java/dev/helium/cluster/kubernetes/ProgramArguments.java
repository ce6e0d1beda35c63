package dev.helium.cluster.kubernetes;

import dev.helium.cluster.component.Component;
import java.util.List;

/** What each program is told on its command line, each line that is not plain with its reason. */
public final class ProgramArguments {

  private static final String LOOPBACK = "127.0.0.1";

  private final ClusterDirectory directory;
  private final Ports ports;

  public ProgramArguments(ClusterDirectory directory, Ports ports) {
    this.directory = directory;
    this.ports = ports;
  }

  /** The arguments of a program. */
  public List<String> of(Component component) {
    return switch (component) {
      case ETCD -> etcd();
      case KUBE_APISERVER -> apiServer();
      case KUBE_CONTROLLER_MANAGER -> controllerManager();
      case KUBE_SCHEDULER -> scheduler();
      case KWOK -> kwok();
    };
  }

  private List<String> etcd() {
    return List.of(
        "--name=helium",
        "--data-dir=" + directory.etcdData(),
        "--listen-client-urls=" + ports.address(Component.ETCD),
        "--advertise-client-urls=" + ports.address(Component.ETCD),
        // It has no peers; it insists on listening for some all the same.
        "--listen-peer-urls=https://127.0.0.1:0",
        "--peer-client-cert-auth",
        "--peer-trusted-ca-file=" + directory.certificate("etcd-ca"),
        "--peer-cert-file=" + directory.certificate("etcd"),
        "--peer-key-file=" + directory.key("etcd"),
        "--client-cert-auth",
        "--trusted-ca-file=" + directory.certificate("etcd-ca"),
        "--cert-file=" + directory.certificate("etcd"),
        "--key-file=" + directory.key("etcd"),
        // What was written survives the end of every process, only not a loss of power: a
        // throw-away
        // cluster does not have to wait for the disk at each of its writes.
        "--unsafe-no-fsync",
        // The only voter waits this long before it elects itself.
        "--heartbeat-interval=50",
        "--election-timeout=250",
        "--quota-backend-bytes=" + 4L * 1024 * 1024 * 1024,
        "--snapshot-count=10000",
        "--log-level=warn");
  }

  private List<String> apiServer() {
    return List.of(
        "--bind-address=" + LOOPBACK,
        "--secure-port=" + ports.of(Component.KUBE_APISERVER),
        // Nothing inside the cluster runs, so nobody looks for the API server from there.
        "--advertise-address=" + LOOPBACK,
        "--endpoint-reconciler-type=none",
        "--service-cluster-ip-range=10.96.0.0/16",
        // Nobody listens at them here; the usual 2,768 are gone with as many workspaces.
        "--service-node-port-range=10000-62767",
        "--etcd-servers=" + ports.address(Component.ETCD),
        "--etcd-cafile=" + directory.certificate("etcd-ca"),
        "--etcd-certfile=" + directory.certificate("etcd-client"),
        "--etcd-keyfile=" + directory.key("etcd-client"),
        "--tls-cert-file=" + directory.certificate("server"),
        "--tls-private-key-file=" + directory.key("server"),
        "--client-ca-file=" + directory.certificate("ca"),
        "--anonymous-auth=false",
        "--authorization-mode=Node,RBAC",
        "--service-account-issuer=https://kubernetes.default.svc",
        "--service-account-key-file=" + directory.certificate("service-accounts"),
        "--service-account-signing-key-file=" + directory.key("service-accounts"),
        "--allow-privileged",
        // Deleting a namespace's objects one after the other is what makes deletion slow.
        "--delete-collection-workers=8",
        "--profiling=false");
  }

  private List<String> controllerManager() {
    String kubeconfig = directory.kubeconfigOf(Component.KUBE_CONTROLLER_MANAGER).toString();
    return List.of(
        "--bind-address=" + LOOPBACK,
        "--secure-port=" + ports.of(Component.KUBE_CONTROLLER_MANAGER),
        "--tls-cert-file=" + directory.certificate("server"),
        "--tls-private-key-file=" + directory.key("server"),
        "--kubeconfig=" + kubeconfig,
        "--leader-elect=false",
        "--use-service-account-credentials",
        "--root-ca-file=" + directory.certificate("ca"),
        "--service-account-private-key-file=" + directory.key("service-accounts"),
        // The defaults (20 queries a second, 10 namespaces at once) make deletion crawl.
        "--kube-api-qps=2000",
        "--kube-api-burst=4000",
        "--concurrent-namespace-syncs=50",
        "--concurrent-gc-syncs=40",
        "--profiling=false");
  }

  private List<String> scheduler() {
    return List.of(
        "--config=" + directory.configuration(Component.KUBE_SCHEDULER),
        "--bind-address=" + LOOPBACK,
        "--secure-port=" + ports.of(Component.KUBE_SCHEDULER),
        "--tls-cert-file=" + directory.certificate("server"),
        "--tls-private-key-file=" + directory.key("server"));
  }

  private List<String> kwok() {
    return List.of(
        "--config=" + directory.configuration(Component.KWOK),
        "--kubeconfig=" + directory.kubeconfigOf(Component.KWOK),
        "--manage-all-nodes",
        "--node-ip=" + LOOPBACK,
        "--server-address=" + LOOPBACK + ":" + ports.of(Component.KWOK),
        "--tls-cert-file=" + directory.certificate("server"),
        "--tls-private-key-file=" + directory.key("server"),
        // It writes a line for every object it touches otherwise.
        "--v=WARN");
  }
}
