package dev.helium.domain.quota;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is said of an owner. All of it has to be kept, so the tightest counts.
 *
 * @param overall of all workspaces together
 * @param backends of those that one backend makes, by its name
 */
public record QuotaRule(Quota overall, Map<String, Quota> backends) {
  public static final QuotaRule NOTHING_SAID = new QuotaRule(Quota.NOTHING_SAID, Map.of());

  public QuotaRule {
    Objects.requireNonNull(overall, "overall");
    backends = Map.copyOf(backends);
  }

  /** What is said here, and what is said otherwise of the rest, limit by limit. */
  QuotaRule over(QuotaRule otherwise) {
    Set<String> names = new HashSet<>(backends.keySet());
    names.addAll(otherwise.backends.keySet());
    Map<String, Quota> all = new HashMap<>();
    for (String name : names) {
      all.put(
          name,
          backends
              .getOrDefault(name, Quota.NOTHING_SAID)
              .over(otherwise.backends.getOrDefault(name, Quota.NOTHING_SAID)));
    }
    return new QuotaRule(overall.over(otherwise.overall), all);
  }

  /** Only what limits anything. */
  QuotaRule limiting() {
    Map<String, Quota> all = new HashMap<>();
    backends.forEach(
        (name, quota) -> {
          Quota limits = quota.limiting();
          if (!limits.isNone()) {
            all.put(name, limits);
          }
        });
    return new QuotaRule(overall.limiting(), all);
  }

  /** True when nothing is limited. */
  public boolean isNone() {
    return overall.isNone() && backends.isEmpty();
  }

  /** Whether anybody has to know what workspaces ask of a cluster. */
  public boolean countsFootprints() {
    return counts(overall) || backends.values().stream().anyMatch(QuotaRule::counts);
  }

  private static boolean counts(Quota quota) {
    return quota.limits().containsKey(Resource.CPU) || quota.limits().containsKey(Resource.MEMORY);
  }
}
