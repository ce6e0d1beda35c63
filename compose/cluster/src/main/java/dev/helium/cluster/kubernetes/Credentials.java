package dev.helium.cluster.kubernetes;

import dev.helium.cluster.component.Component;
import dev.helium.cluster.identity.Authority;
import dev.helium.cluster.identity.Identity;
import dev.helium.cluster.identity.Kubeconfig;
import dev.helium.cluster.identity.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Everything on a cluster that has a key. The store has an authority of its own: whoever has a
 * certificate of the API server must not get past it.
 */
public final class Credentials {

  private static final String API_AUTHORITY = "ca";
  private static final String STORE_AUTHORITY = "etcd-ca";
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost");
  private static final List<String> API_SERVER_NAMES =
      List.of("127.0.0.1", "localhost", "kubernetes", "kubernetes.default.svc", "10.96.0.1");

  private final ClusterDirectory directory;
  private final URI apiServer;
  private final Authority authority;
  private final Authority storeAuthority;

  private Credentials(
      ClusterDirectory directory, URI apiServer, Authority authority, Authority storeAuthority) {
    this.directory = directory;
    this.apiServer = apiServer;
    this.authority = authority;
    this.storeAuthority = storeAuthority;
  }

  /** The credentials of a directory, whose two authorities are made when they are not there. */
  public static Credentials in(ClusterDirectory directory, URI apiServer, InstantSource clock)
      throws IOException {
    return new Credentials(
        directory,
        apiServer,
        Authority.in(directory.keys(), API_AUTHORITY, clock),
        Authority.in(directory.keys(), STORE_AUTHORITY, clock));
  }

  /** Signs and writes what the programs and the people of the cluster need. */
  public void issue() throws IOException {
    write("etcd", storeAuthority.server("etcd", LOOPBACK));
    write("etcd-client", storeAuthority.client("kube-apiserver", List.of()));
    write("server", authority.server("kube-apiserver", API_SERVER_NAMES));
    // Tokens of service accounts are signed with this key and have to outlive a restart.
    if (!Files.exists(directory.key("service-accounts"))) {
      write("service-accounts", authority.client("service-accounts", List.of()));
    }
    writeKubeconfig(directory.kubeconfig(), "admin", List.of("system:masters"));
    writeKubeconfig(directory.heliumKubeconfig(), "helium", List.of());
    writeOwnKubeconfig(Component.KUBE_CONTROLLER_MANAGER, "system:kube-controller-manager");
    writeOwnKubeconfig(Component.KUBE_SCHEDULER, "system:kube-scheduler");
    writeOwnKubeconfig(Component.KWOK, "helium:kwok");
  }

  /** A kubeconfig for a user who has what rights its name and groups are given, at first none. */
  public void writeKubeconfig(Path file, String user, List<String> groups) throws IOException {
    write(file, user, authority.portableClient(user, groups));
  }

  private void writeOwnKubeconfig(Component component, String user) throws IOException {
    write(directory.kubeconfigOf(component), user, authority.client(user, List.of()));
  }

  private void write(Path kubeconfig, String user, Identity identity) throws IOException {
    PrivateFiles.write(
        kubeconfig, Kubeconfig.of(apiServer, authority.certificate(), user, identity));
  }

  /** A client of the API server, and of every other program but the store, with all rights. */
  public ApiClient administrator() {
    Identity identity = authority.client("admin", List.of("system:masters"));
    return new ApiClient(identity.tlsContext(authority.certificate()));
  }

  /** A client that the store answers. */
  ApiClient storeClient() {
    Identity identity = storeAuthority.client("helium", List.of());
    return new ApiClient(identity.tlsContext(storeAuthority.certificate()));
  }

  private void write(String name, Identity identity) throws IOException {
    PrivateFiles.write(directory.certificate(name), identity.certificate());
    PrivateFiles.write(directory.key(name), identity.key());
  }
}
