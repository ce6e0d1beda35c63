package dev.helium.view;

import com.hazelcast.map.IMap;
import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Snapshot;
import dev.helium.wire.SnapshotCodec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** The map of views as those see it who write it. Blocks; not for event loops. */
final class ViewStore {
  /** Views that are on their way to the map at once. */
  private static final int AT_ONCE = 500;

  private final IMap<String, StoredView> map;
  private final InstallFactory installs;
  private final SnapshotCodec codec = new SnapshotCodec();

  ViewStore(IMap<String, StoredView> map, InstallFactory installs) {
    this.map = map;
    this.installs = installs;
  }

  /** What the map holds of these names; nothing of those that it does not hold. */
  Map<WorkspaceId, Snapshot> load(Set<WorkspaceId> ids) {
    Map<WorkspaceId, Snapshot> loaded = new HashMap<>();
    map.getAll(ids.stream().map(WorkspaceId::value).collect(Collectors.toUnmodifiableSet()))
        .forEach((id, stored) -> loaded.put(new WorkspaceId(id), stored.snapshot(codec)));
    return loaded;
  }

  /** Returns when the map holds these views or newer ones. */
  void write(Collection<Snapshot> snapshots) {
    List<CompletableFuture<Void>> underWay = new ArrayList<>(AT_ONCE);
    for (Snapshot snapshot : snapshots) {
      underWay.add(install(snapshot).toCompletableFuture());
      if (underWay.size() == AT_ONCE) {
        await(underWay);
      }
    }
    await(underWay);
  }

  private CompletionStage<Void> install(Snapshot snapshot) {
    return map.submitToKey(
        snapshot.view().workspace().id().value(), installs.of(StoredView.of(snapshot, codec)));
  }

  /** Hazelcast answers each within its own bound, with a failure if need be. */
  private static void await(List<CompletableFuture<Void>> underWay) {
    CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).join();
    underWay.clear();
  }
}
