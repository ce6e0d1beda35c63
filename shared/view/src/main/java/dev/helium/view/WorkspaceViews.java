package dev.helium.view;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import com.hazelcast.map.listener.MapPartitionLostListener;
import com.hazelcast.projection.Projections;
import com.hazelcast.query.Predicates;
import dev.helium.domain.Command;
import dev.helium.domain.Decision;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import dev.helium.wire.Snapshot;
import dev.helium.wire.SnapshotCodec;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The views of all workspaces, those of deleted ones included. */
public final class WorkspaceViews {
  static final String MAP = "workspaces";

  private final Vertx vertx;
  private final IMap<String, StoredView> map;
  private final SnapshotCodec codec = new SnapshotCodec();
  private final Waiters<WorkspaceView> waiters;
  private final List<ViewFollower> followers = new CopyOnWriteArrayList<>();

  WorkspaceViews(Vertx vertx, IMap<String, StoredView> map, int mostWaiters) {
    this.vertx = vertx;
    this.map = map;
    this.waiters = new Waiters<>(vertx, mostWaiters);
    map.addEntryListener((EntryAddedListener<String, StoredView>) this::notice, true);
    map.addEntryListener((EntryUpdatedListener<String, StoredView>) this::notice, true);
  }

  /** The view of a workspace that exists; empty for a name never used and after its deletion. */
  public Future<Optional<WorkspaceView>> find(WorkspaceId id) {
    return record(id).map(view -> view.filter(found -> found.workspace().exists()));
  }

  /** The view of a name, whether or not a workspace of that name exists now. */
  public Future<Optional<WorkspaceView>> record(WorkspaceId id) {
    return snapshot(id).map(found -> found.map(Snapshot::view));
  }

  /** The view of a name with where its events stand; also after the deletion. */
  public Future<Optional<Snapshot>> snapshot(WorkspaceId id) {
    return Future.fromCompletionStage(map.getAsync(id.value()), vertx.getOrCreateContext())
        .map(stored -> Optional.ofNullable(stored).map(found -> found.snapshot(codec)));
  }

  /** The view of a workspace that exists, not read yet; empty otherwise. */
  public Future<Optional<KeptView>> kept(WorkspaceId id) {
    return Future.fromCompletionStage(map.getAsync(id.value()), vertx.getOrCreateContext())
        .map(
            stored ->
                Optional.ofNullable(stored)
                    .filter(StoredView::living)
                    .map(found -> new KeptView(found, codec)));
  }

  /** Has somebody told of every view that is written from now on. */
  public void follow(ViewFollower follower) {
    followers.add(follower);
  }

  /** How many events the view of each workspace includes that exists. Blocks. */
  public Map<String, Long> versions() {
    Map<String, Long> versions = new HashMap<>();
    map.project(
            Projections.<Map.Entry<String, StoredView>>multiAttribute("__key", StoredView.EVENTS),
            Predicates.equal(StoredView.LIVING, true))
        .forEach(pair -> versions.put((String) pair[0], (Long) pair[1]));
    return versions;
  }

  /** Views by name, those of deleted workspaces included. Blocks. */
  public Map<String, KeptView> kept(Set<String> names) {
    Map<String, KeptView> kept = new HashMap<>();
    map.getAll(names).forEach((name, stored) -> kept.put(name, new KeptView(stored, codec)));
    return kept;
  }

  /** The workspaces that live in the cluster which this one made, by their names in order. */
  public Future<List<Tenant>> tenants(WorkspaceId cluster) {
    return tenants(List.of(cluster)).map(found -> found.getOrDefault(cluster, List.of()));
  }

  /** The same of several at once; those that have none are left out. */
  public Future<Map<WorkspaceId, List<Tenant>>> tenants(Collection<WorkspaceId> clusters) {
    return clusters.isEmpty()
        ? Future.succeededFuture(Map.of())
        : vertx.executeBlocking(() -> new TenantViews(map).of(clusters), false);
  }

  /**
   * Workspaces that exist in the order of their expiries, overdue ones first.
   *
   * @param after where the page before ended
   * @param until none that expires later
   * @param most of one page, at least 1
   */
  public Future<ExpiringPage> expiring(ExpiryPlace after, Instant until, int most) {
    ExpiringViews expiring = new ExpiringViews(map, codec);
    return vertx.executeBlocking(() -> expiring.page(after, until, most), false);
  }

  /**
   * Waits until the view of a name is as wanted; empty when it is not in time. A name never used
   * has no view to test.
   */
  public Future<Optional<WorkspaceView>> until(
      WorkspaceId id, Predicate<WorkspaceView> wanted, Duration longest) {
    return waiters.await(id.value(), wanted, longest, () -> record(id));
  }

  /** What was decided about a command, as soon as it is there; empty when it is not in time. */
  public Future<Optional<Decision>> decided(Command command, Duration longest) {
    return until(command.workspace(), view -> view.workspace().hasDecided(command.id()), longest)
        .map(found -> found.flatMap(view -> view.workspace().decision(command.id())));
  }

  long entries() {
    return map.getLocalMapStats().getOwnedEntryCount();
  }

  long bytes() {
    return map.getLocalMapStats().getHeapCost();
  }

  void onLoss(Runnable rebuild) {
    map.addPartitionLostListener((MapPartitionLostListener) event -> rebuild.run());
  }

  void close() {
    waiters.close();
  }

  private void notice(EntryEvent<String, StoredView> event) {
    if (!followers.isEmpty()) {
      KeptView kept = new KeptView(event.getValue(), codec);
      followers.forEach(follower -> follower.changed(event.getKey(), kept));
    }
    if (waiters.has(event.getKey())) {
      waiters.offer(event.getKey(), event.getValue().snapshot(codec).view());
    }
  }
}
