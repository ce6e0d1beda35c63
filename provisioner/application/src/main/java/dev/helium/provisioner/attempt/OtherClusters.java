package dev.helium.provisioner.attempt;

import dev.helium.domain.ClusterName;
import dev.helium.kubernetes.ClusterFolder;
import dev.helium.kubernetes.Kubeconfig;
import dev.helium.kubernetes.UnusableKubeconfigException;
import dev.helium.kubernetes.WrittenKubeconfigs;
import dev.helium.wire.UnreadableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Clusters other than the default one, each made by a workspace whose name it has. */
public final class OtherClusters {
  private final Path folder;

  private OtherClusters(Path folder) {
    this.folder = folder;
  }

  /** There are none. */
  public static OtherClusters none() {
    return new OtherClusters(null);
  }

  /** Those that a folder of kubeconfigs says the way to, see {@link ClusterFolder}. */
  public static OtherClusters in(Path folder) {
    return new OtherClusters(folder);
  }

  /** Where the ways to them are; empty when only the default cluster is known. */
  Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  /** Why a workspace can make none; empty when it can. It reads files. */
  Optional<String> makingProblem(ClusterName cluster) {
    if (folder == null) {
      return Optional.of(
          "makes a cluster, and there is no folder for the ways to clusters"
              + " (HELIUM_CLUSTERS_DIRECTORY)");
    }
    try {
      return new WrittenKubeconfigs(folder)
          .problem(cluster)
          .map(why -> "makes a cluster, and " + why);
    } catch (IOException unreadable) {
      return Optional.of("makes a cluster, and the folder for the ways to clusters is not usable");
    }
  }

  /** Why a kubeconfig that somebody gives cannot be used; empty when it can. Asks nobody. */
  static Optional<String> givenProblem(String kubeconfig) {
    try {
      return Kubeconfig.of(kubeconfig).read().getMasterUrl().startsWith("https://")
          ? Optional.empty()
          : Optional.of("cannot be used: its server is not asked by https");
    } catch (UnusableKubeconfigException unusable) {
      return Optional.of("cannot be used: " + unusable.getMessage());
    }
  }

  /** Why nothing can be made in a cluster; empty when it can. It reads a file. */
  Optional<String> problem(ClusterName cluster) {
    if (folder == null) {
      return Optional.of("names a cluster, but only the default one is known here");
    }
    try {
      return find(cluster).isPresent()
          ? Optional.empty()
          : Optional.of("names a cluster that nobody has told the way to");
    } catch (UnusableKubeconfigException unusable) {
      return Optional.of(
          "names a cluster whose kubeconfig cannot be used: " + unusable.getMessage());
    } catch (IOException unreadable) {
      return Optional.of("names a cluster whose kubeconfig cannot be read");
    }
  }

  /** The way to a cluster, or an {@link UnreadableException} that says why there is none. */
  Kubeconfig require(ClusterName cluster) {
    Optional<String> problem = problem(cluster);
    try {
      return problem.isPresent()
          ? failed(problem.get())
          : find(cluster).orElseGet(() -> failed("names a cluster that is gone"));
    } catch (IOException unreadable) {
      return failed("names a cluster whose kubeconfig cannot be read");
    }
  }

  private Optional<Kubeconfig> find(ClusterName cluster) throws IOException {
    return folder == null ? Optional.empty() : ClusterFolder.find(folder, cluster);
  }

  private static Kubeconfig failed(String why) {
    throw new UnreadableException("clusterStack " + why);
  }
}
