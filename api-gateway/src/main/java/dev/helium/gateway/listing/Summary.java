package dev.helium.gateway.listing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What workspaces come to at one instant, for people who look after them.
 *
 * @param kinds how many there are, by backend and status
 * @param failures how many have failed, by where to look
 * @param expiring how many are to go within so long, each with those before it
 * @param owners how many each owner has
 */
record Summary(
    int workspaces,
    Map<Fleet.Kind, Integer> kinds,
    Map<String, Integer> failures,
    Map<Duration, Integer> expiring,
    Map<String, Integer> owners) {
  static final List<Duration> WITHIN =
      List.of(
          Duration.ZERO,
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofHours(24),
          Duration.ofDays(7),
          Duration.ofDays(30));

  Summary {
    kinds = Map.copyOf(kinds);
    failures = Map.copyOf(failures);
    expiring = new TreeMap<>(expiring);
    owners = Map.copyOf(owners);
  }

  static Summary of(Collection<ListedWorkspace> workspaces, Instant now) {
    Map<Fleet.Kind, Integer> kinds = new HashMap<>();
    Map<String, Integer> failures = new HashMap<>();
    Map<Duration, Integer> expiring = new HashMap<>();
    WITHIN.forEach(span -> expiring.put(span, 0));
    Map<String, Integer> owners = new HashMap<>();
    int count = 0;
    for (ListedWorkspace workspace : workspaces) {
      count++;
      kinds.merge(new Fleet.Kind(workspace.backend(), workspace.status()), 1, Integer::sum);
      owners.merge(workspace.owner(), 1, Integer::sum);
      if (!workspace.reasonClass().isEmpty()) {
        failures.merge(workspace.reasonClass(), 1, Integer::sum);
      }
      Duration left = Duration.between(now, workspace.end());
      for (Duration span : WITHIN) {
        if (left.compareTo(span) <= 0) {
          expiring.merge(span, 1, Integer::sum);
        }
      }
    }
    return new Summary(count, kinds, failures, expiring, owners);
  }
}
