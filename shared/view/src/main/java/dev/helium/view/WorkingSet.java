package dev.helium.view;

import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Snapshot;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The views that events come for at present, ready to be folded into; some not written yet. */
final class WorkingSet {
  /** What a view takes in memory, roughly: measured with ten thousand of them. */
  private static final long BYTES_OF_A_VIEW = 1_500;

  private static final long BYTES_OF_A_DECISION = 180;

  private final Map<WorkspaceId, Snapshot> views = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<WorkspaceId> unwritten = new LinkedHashSet<>();
  private long bytes;

  Optional<Snapshot> find(WorkspaceId id) {
    return Optional.ofNullable(views.get(id));
  }

  boolean contains(WorkspaceId id) {
    return views.containsKey(id);
  }

  void add(WorkspaceId id, Snapshot snapshot) {
    Snapshot before = views.put(id, snapshot);
    bytes += bytes(snapshot) - (before == null ? 0 : bytes(before));
  }

  void change(WorkspaceId id, Snapshot snapshot) {
    add(id, snapshot);
    unwritten.add(id);
  }

  List<Snapshot> unwritten() {
    return unwritten.stream().map(views::get).toList();
  }

  /** Takes note that all have been written. */
  void written() {
    unwritten.clear();
  }

  /** Bytes that all of it takes, roughly. */
  long bytes() {
    return bytes;
  }

  /** Forgets views that are written, those first that were not touched for longest. */
  void shrink(long most, Consumer<Snapshot> forgotten) {
    Iterator<Map.Entry<WorkspaceId, Snapshot>> oldest = views.entrySet().iterator();
    while (bytes > most && oldest.hasNext()) {
      Map.Entry<WorkspaceId, Snapshot> entry = oldest.next();
      if (!unwritten.contains(entry.getKey())) {
        oldest.remove();
        bytes -= bytes(entry.getValue());
        forgotten.accept(entry.getValue());
      }
    }
  }

  private static long bytes(Snapshot snapshot) {
    return BYTES_OF_A_VIEW + BYTES_OF_A_DECISION * snapshot.view().workspace().decided().size();
  }
}
