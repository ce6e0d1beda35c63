package dev.helium.provisioner.attempt;

import dev.helium.domain.ClusterName;
import dev.helium.domain.FailureKind;
import dev.helium.domain.WorkspaceId;
import dev.helium.kubernetes.Kubeconfig;
import dev.helium.kubernetes.UnusableKubeconfigException;
import dev.helium.kubernetes.WrittenKubeconfigs;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Clusters that workspaces make: the way to each is written where every service looks for it, once
 * the cluster answers, and taken away before the cluster is. Each owner of a workspace writes it
 * under its fence.
 */
final class MadeClusters {
  private final Optional<WrittenKubeconfigs> written;

  MadeClusters(OtherClusters clusters) {
    this.written = clusters.folder().map(WrittenKubeconfigs::new);
  }

  /**
   * Tells everybody the way to the cluster of a workspace.
   *
   * @param output of the workspace's program
   * @return what everybody may know of the cluster
   * @throws UnusableClusterException when workspaces cannot live there; an earlier way to it stays
   */
  Map<String, String> tell(Job job, Optional<String> output) throws IOException {
    WrittenKubeconfigs folder =
        written.orElseThrow(() -> failed("there is no folder for the ways to further clusters"));
    Optional<String> problem = folder.problem(cluster(job.workspace().id()));
    if (problem.isPresent()) {
      throw failed(problem.get());
    }
    try {
      Kubeconfig kubeconfig =
          Kubeconfig.of(output.orElseThrow(() -> failed("the program put out no kubeconfig")));
      Map<String, String> known = ClusterVisit.at(kubeconfig);
      folder.write(cluster(job.workspace().id()), mark(job), kubeconfig);
      return known;
    } catch (UnusableKubeconfigException unusable) {
      throw failed("the kubeconfig of the cluster cannot be used: " + unusable.getMessage());
    }
  }

  /** Takes back what was told in a job whose owner has lost the workspace, and no more. */
  void takeBack(Job job) throws IOException {
    if (written.isPresent()) {
      written.get().remove(cluster(job.workspace().id()), mark(job));
    }
  }

  /** The cluster of a workspace, if it made one, is about to go. */
  void forget(WorkspaceId workspace) throws IOException {
    if (written.isPresent()) {
      written.get().remove(cluster(workspace));
    }
  }

  private static ClusterName cluster(WorkspaceId workspace) {
    return new ClusterName(workspace.value());
  }

  private static String mark(Job job) {
    return "life " + job.workspace().incarnation() + " of its workspace by " + job.owner().fence();
  }

  private static UnusableClusterException failed(String why) {
    return new UnusableClusterException(FailureKind.PROGRAM_FAILED, why);
  }
}
