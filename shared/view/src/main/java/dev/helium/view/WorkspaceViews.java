package dev.helium.view;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import com.hazelcast.map.listener.MapPartitionLostListener;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The views of all workspaces, those of deleted ones included. */
public final class WorkspaceViews {
  static final String MAP = "workspaces";

  private final Vertx vertx;
  private final IMap<String, StoredView> map;
  private final SnapshotCodec codec = new SnapshotCodec();
  private final Waiters<WorkspaceView> waiters;

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

  /** The names of all workspaces that exist, in order. */
  public Future<List<WorkspaceId>> living() {
    return vertx.executeBlocking(
        () ->
            map.keySet(Predicates.equal(StoredView.LIVING, true)).stream()
                .map(WorkspaceId::new)
                .sorted()
                .toList(),
        false);
  }

  /** The workspaces that live in the cluster which this one made, by their names in order. */
  public Future<List<WorkspaceView>> tenants(WorkspaceId cluster) {
    return vertx.executeBlocking(
        () ->
            map.values(Predicates.equal(StoredView.CLUSTER, cluster.value())).stream()
                .map(stored -> stored.snapshot(codec).view())
                .filter(view -> !view.workspace().id().equals(cluster))
                .sorted(Comparator.comparing(view -> view.workspace().id()))
                .toList(),
        false);
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

  void onLoss(Runnable rebuild) {
    map.addPartitionLostListener((MapPartitionLostListener) event -> rebuild.run());
  }

  void close() {
    waiters.close();
  }

  private void notice(EntryEvent<String, StoredView> event) {
    if (waiters.has(event.getKey())) {
      waiters.offer(event.getKey(), event.getValue().snapshot(codec).view());
    }
  }
}
