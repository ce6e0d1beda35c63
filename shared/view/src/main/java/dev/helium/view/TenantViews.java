package dev.helium.view;

import com.hazelcast.map.IMap;
import com.hazelcast.projection.Projections;
import com.hazelcast.query.Predicates;
import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks for workspaces by the cluster in which they live. Blocks. */
final class TenantViews {
  private static final String KEY = "__key";

  private final IMap<String, StoredView> map;

  TenantViews(IMap<String, StoredView> map) {
    this.map = map;
  }

  /** Those of each cluster that has any, by their names in order. Nobody is its own tenant. */
  Map<WorkspaceId, List<Tenant>> of(Collection<WorkspaceId> clusters) {
    String[] names = clusters.stream().map(WorkspaceId::value).toArray(String[]::new);
    Collection<Object[]> found =
        map.project(
            Projections.<Map.Entry<String, StoredView>>multiAttribute(
                KEY, StoredView.CLUSTER, StoredView.EXPIRES),
            Predicates.in(StoredView.CLUSTER, names));
    return found.stream()
        .filter(row -> !row[0].equals(row[1]))
        .collect(
            Collectors.groupingBy(
                row -> new WorkspaceId((String) row[1]),
                Collectors.collectingAndThen(
                    Collectors.mapping(TenantViews::tenant, Collectors.toList()),
                    TenantViews::inOrder)));
  }

  private static Tenant tenant(Object[] row) {
    return new Tenant(new WorkspaceId((String) row[0]), Instant.ofEpochMilli((Long) row[2]));
  }

  private static List<Tenant> inOrder(List<Tenant> tenants) {
    return tenants.stream().sorted(Comparator.comparing(Tenant::workspace)).toList();
  }
}
