package dev.helium.deletion.cluster;

import dev.helium.deletion.proof.Standing;
import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIGroupList;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.GroupVersionForDiscovery;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds that a cluster has now: its own, those of definitions and those of other servers, in
 * namespaces and beside them. Asks the cluster; blocks.
 */
final class Discovery {
  /** Far more than clusters have; a cluster with more is not searched in part. */
  static final int MOST_KINDS = 5_000;

  private static final Duration LONGEST_KEPT = Duration.ofMinutes(1);
  private static final List<String> NEEDED = List.of("create", "list");

  /** Nobody makes these to have them, they go by themselves, and there may be very many. */
  private static final String PASSING = "Event";

  private final KubernetesClient client;
  private final InstantSource clock;
  private Instant asked = Instant.MIN;
  private List<Kind> known = List.of();

  Discovery(KubernetesClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /**
   * The kinds of which objects can be made and listed, as the cluster said after an instant: what
   * was made before it is of one of these. In order.
   */
  synchronized List<Kind> after(Instant instant) {
    Instant now = clock.instant();
    boolean holds =
        asked.isAfter(instant.plus(Standing.CLOCKS))
            && !asked.isAfter(now)
            && asked.plus(LONGEST_KEPT).isAfter(now);
    if (!holds) {
      known = ask();
      asked = now;
    }
    return known;
  }

  private List<Kind> ask() {
    Map<String, Kind> found = new LinkedHashMap<>();
    kinds("", "v1", found);
    APIGroupList groups = client.getApiGroups();
    for (APIGroup group : groups == null ? List.<APIGroup>of() : groups.getGroups()) {
      versions(group).forEach(version -> kinds(group.getName(), version, found));
    }
    return sorted(found.values());
  }

  private static List<Kind> sorted(Collection<Kind> kinds) {
    List<Kind> sorted = new ArrayList<>(kinds);
    sorted.sort(null);
    return List.copyOf(sorted);
  }

  /** The preferred one first, so that the others only add what it does not have. */
  private static List<String> versions(APIGroup group) {
    return Stream.concat(
            Optional.ofNullable(group.getPreferredVersion()).stream(), group.getVersions().stream())
        .map(GroupVersionForDiscovery::getVersion)
        .distinct()
        .toList();
  }

  private void kinds(String group, String version, Map<String, Kind> found) {
    APIResourceList resources =
        client.getApiResources(group.isEmpty() ? version : group + "/" + version);
    if (resources == null) {
      // It is gone since the groups were listed.
      return;
    }
    for (APIResource resource : resources.getResources()) {
      if (isSearched(resource)) {
        found.putIfAbsent(
            resource.getName() + "." + group,
            new Kind(
                group,
                version,
                resource.getKind(),
                resource.getName(),
                Boolean.TRUE.equals(resource.getNamespaced())));
      }
    }
    if (found.size() > MOST_KINDS) {
      throw new IllegalStateException("the cluster has more than " + MOST_KINDS + " kinds");
    }
  }

  /** Parts of objects have a slash in their names. */
  static boolean isSearched(APIResource resource) {
    return resource.getName() != null
        && !resource.getName().contains("/")
        && resource.getVerbs() != null
        && resource.getVerbs().containsAll(NEEDED)
        && !PASSING.equals(resource.getKind());
  }
}
