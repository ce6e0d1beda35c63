package dev.helium.gateway.listing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What all workspaces come to at one instant, in numbers.
 *
 * @param kinds how many there are, by backend and status
 * @param expiring how many expire within so long; those that are overdue count everywhere
 * @param owners how many different people have one
 */
record Fleet(Map<Kind, Integer> kinds, Map<String, Integer> expiring, int owners) {
  /** Beyond all that a policy may grant. */
  private static final Duration EVER = Duration.ofDays(100_000);

  /** In their order, by their words. */
  private static final Map<String, Duration> WITHIN = new LinkedHashMap<>();

  static {
    WITHIN.put("overdue", Duration.ZERO);
    WITHIN.put("1h", Duration.ofHours(1));
    WITHIN.put("6h", Duration.ofHours(6));
    WITHIN.put("1d", Duration.ofDays(1));
    WITHIN.put("7d", Duration.ofDays(7));
    WITHIN.put("30d", Duration.ofDays(30));
    WITHIN.put("any", EVER);
  }

  /** What is counted together. */
  record Kind(String backend, String status) {}

  Fleet {
    kinds = Map.copyOf(kinds);
    expiring = Map.copyOf(expiring);
  }

  /** The words of {@link #expiring}. */
  static Set<String> within() {
    return Set.copyOf(WITHIN.keySet());
  }

  /**
   * @param backends makes the name of a backend one of few
   */
  static Fleet of(
      Collection<ListedWorkspace> workspaces, UnaryOperator<String> backends, Instant now) {
    Map<Kind, Integer> kinds = new HashMap<>();
    Map<String, Integer> expiring = new HashMap<>();
    Set<String> owners = new HashSet<>();
    for (ListedWorkspace workspace : workspaces) {
      kinds.merge(
          new Kind(backends.apply(workspace.backend()), workspace.status()), 1, Integer::sum);
      owners.add(workspace.owner());
      WITHIN.forEach(
          (word, span) -> {
            if (!workspace.expiry().isAfter(now.plus(span))) {
              expiring.merge(word, 1, Integer::sum);
            }
          });
    }
    return new Fleet(kinds, expiring, owners.size());
  }
}
