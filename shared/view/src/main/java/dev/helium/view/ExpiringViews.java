package dev.helium.view;

import com.hazelcast.map.IMap;
import com.hazelcast.projection.Projections;
import com.hazelcast.query.Predicate;
import com.hazelcast.query.Predicates;
import dev.helium.domain.WorkspaceView;
import dev.helium.wire.SnapshotCodec;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Looks for workspaces by their expiry. Blocks. */
final class ExpiringViews {
  private static final String KEY = "__key";

  private final IMap<String, StoredView> map;
  private final SnapshotCodec codec;

  ExpiringViews(IMap<String, StoredView> map, SnapshotCodec codec) {
    this.map = map;
    this.codec = codec;
  }

  /** Names and instants are asked for all, whole views for those of the page only. */
  ExpiringPage page(ExpiryPlace after, Instant until, int most) {
    Collection<Object[]> all =
        map.project(
            Projections.<Map.Entry<String, StoredView>>multiAttribute(KEY, StoredView.EXPIRES),
            until(until));
    List<ExpiryPlace> following =
        all.stream()
            .map(pair -> new ExpiryPlace((Long) pair[1], (String) pair[0]))
            .filter(place -> place.compareTo(after) > 0)
            .sorted()
            .limit(most + 1L)
            .toList();
    List<ExpiryPlace> page = following.subList(0, Math.min(most, following.size()));
    return new ExpiringPage(
        views(page), all.size(), page.isEmpty() ? after : page.getLast(), following.size() > most);
  }

  private static Predicate<String, StoredView> until(Instant until) {
    return Predicates.and(
        Predicates.equal(StoredView.LIVING, true),
        Predicates.lessEqual(StoredView.EXPIRES, ExpiryPlace.millisecondsOf(until)));
  }

  /** One that went between the two questions is left out. */
  private List<WorkspaceView> views(List<ExpiryPlace> page) {
    Map<String, StoredView> stored =
        map.getAll(page.stream().map(ExpiryPlace::workspace).collect(Collectors.toSet()));
    return page.stream()
        .map(place -> stored.get(place.workspace()))
        .filter(Objects::nonNull)
        .map(found -> found.snapshot(codec).view())
        .filter(view -> view.workspace().exists())
        .toList();
  }
}
