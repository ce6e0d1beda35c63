package dev.helium.story.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured times in milliseconds. */
public final class Times {
  private final List<Double> values = new ArrayList<>();

  public void add(double milliseconds) {
    values.add(milliseconds);
  }

  /** The value that this share of all values does not exceed, from 0 to 1. */
  public double quantile(double share) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * (sorted.size() - 1)));
  }

  public int count() {
    return values.size();
  }
}
