package dev.helium.story.benchmark.stream;

import java.util.Arrays;

/** How late events came, in milliseconds; a count for each millisecond, as there are millions. */
final class Lags {
  private static final int LONGEST = 60_000;

  private final long[] counts = new long[LONGEST + 1];

  void add(long milliseconds) {
    counts[Math.clamp(milliseconds, 0, LONGEST)]++;
  }

  void clear() {
    Arrays.fill(counts, 0);
  }

  long count() {
    return Arrays.stream(counts).sum();
  }

  /** The lag that this share of all lags does not exceed, from 0 to 1. */
  long quantile(double share) {
    long wanted = (long) Math.ceil(share * count());
    long reached = 0;
    for (int milliseconds = 0; milliseconds <= LONGEST; milliseconds++) {
      reached += counts[milliseconds];
      if (reached >= wanted) {
        return milliseconds;
      }
    }
    return LONGEST;
  }
}
