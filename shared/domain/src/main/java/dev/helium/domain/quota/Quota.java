package dev.helium.domain.quota;

import java.util.HashMap;
import java.util.Map;

/**
 * Limits, by resource and in its unit. What is not named is not said.
 *
 * @param limits {@link #UNLIMITED} for what is said to have none
 */
public record Quota(Map<Resource, Long> limits) {
  public static final long UNLIMITED = Long.MAX_VALUE;

  public static final Quota NOTHING_SAID = new Quota(Map.of());

  public Quota {
    limits = Map.copyOf(limits);
    if (limits.values().stream().anyMatch(limit -> limit < 0)) {
      throw new IllegalArgumentException("nobody may take less than nothing");
    }
  }

  /** What is said here, and what is said otherwise of the rest. */
  Quota over(Quota otherwise) {
    Map<Resource, Long> all = new HashMap<>(otherwise.limits);
    all.putAll(limits);
    return new Quota(all);
  }

  /** Only what limits anything. */
  Quota limiting() {
    Map<Resource, Long> all = new HashMap<>(limits);
    all.values().removeIf(limit -> limit == UNLIMITED);
    return new Quota(all);
  }

  boolean isNone() {
    return limits.isEmpty();
  }
}
