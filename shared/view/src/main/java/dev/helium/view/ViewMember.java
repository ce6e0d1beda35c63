package dev.helium.view;

import com.hazelcast.cluster.Address;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** This process's member of the cluster that holds the view. */
public final class ViewMember {
  /** Requests that may wait at once. */
  private static final int MOST_WAITERS = 10_000;

  private final Vertx vertx;
  private final HazelcastInstance instance;
  private final WorkspaceViews views;
  private final Cluster cluster;
  private final EndedSessions endedSessions;

  private ViewMember(Vertx vertx, HazelcastInstance instance, InstallFactory installs) {
    this.vertx = vertx;
    this.instance = instance;
    this.views = new WorkspaceViews(vertx, instance.getMap(WorkspaceViews.MAP), MOST_WAITERS);
    this.cluster =
        new Cluster(
            new ViewStore(instance.getMap(WorkspaceViews.MAP), installs),
            new UsedKeys(vertx, instance.getMap(UsedKeys.MAP)),
            new PastRuns(vertx, instance.getMap(PastRuns.MAP)),
            new Offsets(vertx, instance.getMap(Offsets.MAP)));
    this.endedSessions = new EndedSessions(vertx, instance.getMap(EndedSessions.MAP));
  }

  /** Starts a member and joins it to the others; fails when no port is free. */
  public static Future<ViewMember> start(Vertx vertx, ViewSettings settings) {
    InstallFactory installs = new InstallFactory();
    Continuations.use();
    return vertx.executeBlocking(
        () ->
            new ViewMember(
                vertx,
                Hazelcast.newHazelcastInstance(MemberConfiguration.of(settings, installs)),
                installs),
        false);
  }

  public WorkspaceViews views() {
    return views;
  }

  public UsedKeys keys() {
    return cluster.keys();
  }

  public EndedSessions endedSessions() {
    return endedSessions;
  }

  public PastRuns runs() {
    return cluster.runs();
  }

  /**
   * A projector that goes on where the cluster stands; one that holds nothing yet is given first
   * what was kept of the log.
   */
  public Future<Projector> projector(SnapshotSource snapshots) {
    return cluster
        .offsets()
        .next()
        .compose(
            from ->
                from.isEmpty()
                    ? new ColdStart(vertx.getOrCreateContext(), cluster, snapshots).install()
                    : Future.succeededFuture(Beginning.resumed(from)))
        .map(
            beginning ->
                new Projector(
                    vertx.getOrCreateContext(), new Folding(cluster, beginning), beginning.from()));
  }

  /**
   * A projector that builds the view again, from what was kept of the log and from the log. What is
   * in the map stays until there is newer.
   */
  public Future<Projector> rebuildingProjector(SnapshotSource snapshots) {
    return cluster.offsets().forget().compose(ignored -> projector(snapshots));
  }

  /**
   * Asks to be told when a part of the view got lost, because more members died at once than there
   * are copies: it then has to be built again. Called on a thread of its own.
   */
  public void onLoss(Runnable rebuild) {
    views.onLoss(rebuild);
  }

  /** Entries of the view that this member holds for all, without copies of others'. */
  public long entries() {
    return views.entries();
  }

  /** What the view takes in this process, in bytes, with copies of what others hold. */
  public long bytes() {
    return views.bytes();
  }

  /** Where other members find this one, as {@code host:port}. */
  public String address() {
    Address address = instance.getCluster().getLocalMember().getAddress();
    return address.getHost() + ":" + address.getPort();
  }

  /** Answers whoever waits with what there is now; nobody else is helped by waiting longer. */
  public void endWaiting() {
    views.close();
  }

  /** Ends all waiting and leaves the cluster, handing on what it held. */
  public Future<Void> close() {
    endWaiting();
    return vertx.executeBlocking(
        () -> {
          instance.shutdown();
          return null;
        },
        false);
  }
}
