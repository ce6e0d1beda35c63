package dev.helium.watcher.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Measured times. */
final class Times {
  private final List<Long> nanoseconds = new ArrayList<>();

  void add(long time) {
    nanoseconds.add(time);
  }

  /** The time in milliseconds that this share of all times does not exceed, from 0 to 1. */
  double quantile(double share) {
    List<Long> sorted = new ArrayList<>(nanoseconds);
    Collections.sort(sorted);
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * (sorted.size() - 1))) / 1e6;
  }

  int count() {
    return nanoseconds.size();
  }

  void print(String what) {
    System.out.printf(
        Locale.ROOT,
        "  %-58s %8.1f %8.1f %8.1f%n",
        what,
        quantile(0.5),
        quantile(0.99),
        quantile(1));
  }
}
