package dev.helium.watcher.cluster;

import dev.helium.domain.WorkspaceId;
import dev.helium.kubernetes.ClusterSource;
import dev.helium.watcher.folding.Findings;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.function.Consumer;

/** One connection to a cluster, and what has been seen through it. Opening and closing block. */
final class Connection implements AutoCloseable {
  private final Findings findings = new Findings();
  private final WorkspaceInformers informers;

  private Connection(KubernetesClient client, Pace pace, Consumer<WorkspaceId> changed) {
    this.informers = new WorkspaceInformers(client, findings, pace.scheduling(), changed);
  }

  /** Returns at once however the cluster is; what cannot be reached is tried again and again. */
  static Connection open(ClusterSource source, Pace pace, Consumer<WorkspaceId> changed) {
    Connection connection = new Connection(source.client().get(), pace, changed);
    connection.informers.start();
    return connection;
  }

  Findings findings() {
    return findings;
  }

  Look look() {
    return informers.look();
  }

  List<String> disconnected() {
    return informers.disconnected();
  }

  @Override
  public void close() {
    informers.close();
  }
}
