package dev.helium.story.benchmark.catalog;

import java.util.Set;

/**
 * How much is measured.
 *
 * @param backends by name; empty for all
 * @param warmUp workspaces of each backend before those that count, 1 to 100
 * @param times of each backend, one after the other, 1 to 100
 * @param workspaces of all kinds at once, 1 to 1,000
 */
record CatalogOptions(Set<String> backends, int warmUp, int times, int workspaces) {
  CatalogOptions {
    backends = Set.copyOf(backends);
    within("--warm-up", warmUp, 100);
    within("--times", times, 100);
    within("--workspaces", workspaces, 1_000);
  }

  boolean wants(String backend) {
    return backends.isEmpty() || backends.contains(backend);
  }

  private static void within(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s must be from 1 to %d, and not %d".formatted(name, most, value));
    }
  }
}
