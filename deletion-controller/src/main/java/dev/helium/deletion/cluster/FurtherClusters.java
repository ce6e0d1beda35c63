package dev.helium.deletion.cluster;

import dev.helium.deletion.proof.Proofs;
import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import dev.helium.kubernetes.ClusterFolder;
import dev.helium.kubernetes.ClusterSource;
import dev.helium.service.Health;
import dev.helium.service.Turns;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clusters that workspaces made, as a folder names them: each is asked for the workspaces that
 * lived in it, for as long as the folder says how.
 *
 * <p>All methods belong to the thread of the turns.
 */
public final class FurtherClusters {
  public static final String CHECK = "further clusters are known";

  private static final Logger LOG = LoggerFactory.getLogger(FurtherClusters.class);

  private final Vertx vertx;
  private final Turns turns;
  private final InstantSource clock;
  private final Proofs proofs;
  private final Health health;
  private final Map<ClusterName, ClusterSource> sources = new HashMap<>();
  private final ClusterLooks looks;
  private final BiConsumer<ClusterName, WorkspaceId> namespaceChanged;
  private final Map<ClusterName, ConnectedCluster> connected = new HashMap<>();

  /**
   * @param proofs told how each is asked for what lived in it
   * @param looks told how each is looked through
   * @param namespaceChanged told in turns whose namespace has changed where
   */
  public FurtherClusters(
      Vertx vertx,
      Turns turns,
      InstantSource clock,
      Proofs proofs,
      ClusterLooks looks,
      BiConsumer<ClusterName, WorkspaceId> namespaceChanged,
      Health health) {
    this.vertx = vertx;
    this.turns = turns;
    this.clock = clock;
    this.proofs = proofs;
    this.looks = looks;
    this.namespaceChanged = namespaceChanged;
    this.health = health;
  }

  /** Takes over which further clusters there are. */
  public void found(Map<ClusterName, ClusterSource> now) {
    Set<ClusterName> gone = new TreeSet<>(sources.keySet());
    gone.removeAll(now.keySet());
    gone.forEach(this::leave);
    now.forEach(
        (cluster, source) -> {
          ClusterSource known = sources.get(cluster);
          if (known == null || !known.isSameAs(source)) {
            open(cluster, source);
          }
        });
    boolean isAll = now.size() < ClusterFolder.MOST;
    proofs.allKnown(isAll);
    if (isAll) {
      health.ready(CHECK);
    } else {
      health.readyBut(CHECK, "there may be more than the " + ClusterFolder.MOST + " that are read");
    }
  }

  /** Those that are known are asked on; of none is it known that it is not there. */
  public void notFound(String why) {
    proofs.allKnown(false);
    health.readyBut(CHECK, why);
  }

  /** Completes when all connections are closed. */
  public Future<?> close() {
    List<Future<?>> closed = connected.values().stream().<Future<?>>map(this::closed).toList();
    connected.clear();
    sources.clear();
    return closed.isEmpty() ? Future.succeededFuture() : Future.join(closed).otherwiseEmpty();
  }

  /** A kubeconfig that cannot be used is no sign that its cluster is gone. */
  private void open(ClusterName cluster, ClusterSource source) {
    sources.put(cluster, source);
    NotYet waited = new NotYet(cluster);
    proofs.reach(cluster, waited);
    looks.put(cluster, waited);
    disconnect(cluster);
    vertx
        .executeBlocking(() -> connect(cluster, source.client().get()), false)
        .onComplete(
            result ->
                turns.soon(
                    () -> {
                      if (result.failed()) {
                        refused(cluster, result.cause());
                      } else if (source.equals(sources.get(cluster))) {
                        use(cluster, result.result());
                      } else {
                        closed(result.result());
                      }
                    }));
  }

  private void use(ClusterName cluster, ConnectedCluster connection) {
    connected.put(cluster, connection);
    proofs.reach(cluster, connection.inspector());
    looks.put(cluster, connection.survey());
  }

  private ConnectedCluster connect(ClusterName cluster, KubernetesClient client) {
    KubernetesInspector inspector =
        new KubernetesInspector(
            vertx, cluster, client, clock, workspace -> changed(cluster, workspace));
    inspector.start();
    return new ConnectedCluster(inspector, new ClusterSurvey(vertx, cluster, client, clock));
  }

  private void changed(ClusterName cluster, WorkspaceId workspace) {
    turns.soon(() -> namespaceChanged.accept(cluster, workspace));
  }

  private static void refused(ClusterName cluster, Throwable failure) {
    LOG.atWarn()
        .addKeyValue("cluster", cluster)
        .addKeyValue("failure", failure.toString())
        .log("the kubeconfig of a further cluster cannot be used");
  }

  private void leave(ClusterName cluster) {
    if (sources.remove(cluster) == null) {
      return;
    }
    proofs.leave(cluster);
    looks.remove(cluster);
    disconnect(cluster);
  }

  private void disconnect(ClusterName cluster) {
    ConnectedCluster connection = connected.remove(cluster);
    if (connection != null) {
      closed(connection);
    }
  }

  private Future<?> closed(ConnectedCluster connection) {
    return vertx
        .executeBlocking(
            () -> {
              connection.close();
              return null;
            },
            false)
        .onFailure(
            failure ->
                LOG.atWarn()
                    .addKeyValue("failure", failure.toString())
                    .log("a connection to a further cluster could not be closed"));
  }
}
