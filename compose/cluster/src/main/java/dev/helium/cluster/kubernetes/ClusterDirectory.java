package dev.helium.cluster.kubernetes;

import dev.helium.cluster.component.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where a cluster keeps what. All of it is its owner's alone. */
public record ClusterDirectory(Path root) {

  /** Made absolute, since the programs run elsewhere than this JVM may. */
  public ClusterDirectory {
    root = root.toAbsolutePath().normalize();
  }

  /** Full rights. */
  public Path kubeconfig() {
    return root.resolve("kubeconfig");
  }

  /** The rights that workspaces need and no more. */
  public Path heliumKubeconfig() {
    return root.resolve("helium.kubeconfig");
  }

  Path kubeconfigOf(Component component) {
    return keys().resolve(component.program() + ".kubeconfig");
  }

  Path keys() {
    return root.resolve("pki");
  }

  Path key(String name) {
    return keys().resolve(name + ".key");
  }

  Path certificate(String name) {
    return keys().resolve(name + ".crt");
  }

  Path etcdData() {
    return root.resolve("etcd");
  }

  Path configuration(Component component) {
    return root.resolve("configuration").resolve(component.program() + ".yaml");
  }

  Path ports() {
    return root.resolve("ports.properties");
  }

  /** Whether deleting it takes nothing but a cluster. */
  public boolean isEmptyOrCluster() {
    String[] children = root.toFile().list();
    return Files.isDirectory(keys()) || children == null || children.length == 0;
  }

  /** Makes the folders. */
  public void create() throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(root, ownerOnly);
    Files.createDirectories(keys(), ownerOnly);
    Files.createDirectories(root.resolve("configuration"), ownerOnly);
  }
}
