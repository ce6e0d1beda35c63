package dev.helium.view;

import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Snapshot;
import dev.helium.wire.Topics;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Puts what was kept of the log into the map, a few partitions at a time. */
final class ColdStart {
  /** Partitions whose views are in memory at once. */
  private static final int AT_ONCE = 3;

  private final Context context;
  private final Cluster cluster;
  private final SnapshotSource source;
  private final Map<Integer, Long> from = new ConcurrentHashMap<>();
  private final Map<WorkspaceId, Long> held = new ConcurrentHashMap<>();

  ColdStart(Context context, Cluster cluster, SnapshotSource source) {
    this.context = context;
    this.cluster = cluster;
    this.source = source;
  }

  /** Where the projector begins that goes on from there. */
  Future<Beginning> install() {
    List<Future<Void>> lanes = IntStream.range(0, AT_ONCE).mapToObj(this::installFrom).toList();
    return Future.join(lanes).compose(ignored -> context.executeBlocking(this::begin, false));
  }

  private Future<Void> installFrom(int partition) {
    return partition >= Topics.PARTITIONS
        ? Future.succeededFuture()
        : source
            .read(partition)
            .compose(part -> install(partition, part))
            .compose(ignored -> installFrom(partition + AT_ONCE));
  }

  private Future<Void> install(int partition, SnapshotSource.Part part) {
    return context.executeBlocking(
        () -> {
          KeyNotes keys = new KeyNotes();
          RunNotes runs = new RunNotes();
          cluster.views().write(part.workspaces());
          for (Snapshot workspace : part.workspaces()) {
            held.put(workspace.view().workspace().id(), workspace.events());
            workspace.view().workspace().decided().forEach(keys::take);
            runs.take(workspace.view());
          }
          cluster.keys().note(keys.drain());
          cluster.runs().note(runs.drain());
          if (part.next() > 0) {
            from.put(partition, part.next());
          }
          return null;
        },
        false);
  }

  private Beginning begin() {
    cluster.offsets().advance(from);
    return Beginning.after(from, held);
  }
}
