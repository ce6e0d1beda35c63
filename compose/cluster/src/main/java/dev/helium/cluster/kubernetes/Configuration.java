package dev.helium.cluster.kubernetes;

import dev.helium.cluster.component.Component;
import java.io.IOException;
import java.nio.file.Files;

/** The files that two of the programs are configured by. */
public final class Configuration {

  private Configuration() {}

  /** Writes them anew. */
  public static void write(ClusterDirectory directory, Ports ports) throws IOException {
    ports.write(directory);
    Files.writeString(directory.configuration(Component.KWOK), Stages.all());
    Files.writeString(
        directory.configuration(Component.KUBE_SCHEDULER),
        """
        apiVersion: kubescheduler.config.k8s.io/v1
        kind: KubeSchedulerConfiguration
        leaderElection:
          leaderElect: false
        clientConnection:
          kubeconfig: %s
          qps: 2000
          burst: 4000
        """
            .formatted(directory.kubeconfigOf(Component.KUBE_SCHEDULER)));
  }
}
