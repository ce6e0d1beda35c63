package dev.helium.gateway.benchmark;

import java.util.Arrays;

/** Measured times in nanoseconds; for one thread at a time. */
final class Times {
  private long[] values = new long[1_024];
  private int count;

  void add(long time) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = time;
  }

  /** The time in milliseconds that this share of all times does not exceed, from 0 to 1. */
  double quantile(double share) {
    long[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return count == 0 ? 0 : sorted[(int) Math.ceil(share * (count - 1))] / 1e6;
  }

  int count() {
    return count;
  }
}
