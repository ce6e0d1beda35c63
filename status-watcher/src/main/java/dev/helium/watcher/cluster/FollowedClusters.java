package dev.helium.watcher.cluster;

import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import dev.helium.kubernetes.ClusterFolder;
import dev.helium.kubernetes.ClusterSource;
import dev.helium.service.ServiceContext;
import dev.helium.service.Turns;
import dev.helium.watcher.folding.Sight;
import dev.helium.watcher.folding.Sights;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The default cluster and those that a folder names. None waits for another. All but making it is
 * for the thread of the turns.
 */
public final class FollowedClusters implements Sights {
  private final InstantSource clock;
  private final Pace pace;
  private final Clusters clients;
  private final VertxOpener opener;
  private final ClusterGauges gauges;
  private final ClusterHealth health;
  private final Map<ClusterName, FollowedCluster> clusters = new TreeMap<>();
  private Consumer<WorkspaceId> objects = ignored -> {};
  private Consumer<Predicate<ClusterName>> sights = ignored -> {};
  private boolean foldersRead;

  /**
   * @param turns the thread that this belongs to
   */
  public FollowedClusters(ServiceContext context, Turns turns, InstantSource clock, Pace pace) {
    this.clock = clock;
    this.pace = pace;
    this.clients = new Clusters(pace.heartbeat());
    this.opener = new VertxOpener(context.vertx(), turns);
    this.gauges = new ClusterGauges(context.meters());
    this.health = new ClusterHealth(context.health());
  }

  /**
   * Begins with the default cluster. Fails when its kubeconfig cannot be used; a cluster that does
   * not answer is waited for.
   *
   * @param objects called after what is known of a workspace's objects has changed, from any thread
   * @param sights called after something else can be seen of whole clusters
   */
  public Future<?> start(
      Path kubeconfig, Consumer<WorkspaceId> objects, Consumer<Predicate<ClusterName>> sights) {
    this.objects = objects;
    this.sights = sights;
    return follow(
        ClusterName.DEFAULT, new ClusterSource(kubeconfig, () -> clients.connect(kubeconfig)));
  }

  /** The folder of further clusters, with clients as this makes them. */
  public ClusterFolder folder(Path folder) {
    return new ClusterFolder(folder, clients::connect);
  }

  @Override
  public Sight of(ClusterName cluster, WorkspaceId workspace) {
    return Optional.ofNullable(clusters.get(cluster))
        .map(followed -> followed.sight(workspace))
        .orElseGet(() -> foldersRead ? new Sight.NoCluster() : new Sight.NotYet());
  }

  /** Looks at every cluster; to be called several times a second. */
  public void look() {
    clusters.forEach(
        (name, cluster) -> {
          if (cluster.look()) {
            sights.accept(name::equals);
          }
        });
    gauges.show(clusters.values());
    health.show(clusters);
  }

  /** Takes over which further clusters there are. Before that, none is unknown: it may be there. */
  public void further(Map<ClusterName, ClusterSource> sources) {
    health.folderIsRead();
    Set<ClusterName> gone = new TreeSet<>(clusters.keySet());
    gone.removeAll(sources.keySet());
    gone.remove(ClusterName.DEFAULT);
    gone.forEach(this::leave);
    sources.forEach(this::followFurther);
    if (!foldersRead) {
      foldersRead = true;
      sights.accept(name -> !clusters.containsKey(name));
    }
  }

  /** Those that are known are followed on. */
  public void furtherCannotBeRead(String why) {
    health.folderIsNotRead(why);
  }

  /** Completes when all connections are closed. */
  public Future<?> stop() {
    clusters.values().forEach(FollowedCluster::close);
    clusters.clear();
    return opener.settled();
  }

  private void followFurther(ClusterName name, ClusterSource source) {
    FollowedCluster known = clusters.get(name);
    if (known == null) {
      follow(name, source);
      sights.accept(name::equals);
    } else {
      known.reach(source);
    }
  }

  private Future<?> follow(ClusterName name, ClusterSource source) {
    FollowedCluster cluster = new FollowedCluster(name, source, pace, opener, objects, clock);
    clusters.put(name, cluster);
    return cluster.begin();
  }

  private void leave(ClusterName name) {
    clusters.remove(name).close();
    sights.accept(name::equals);
  }
}
