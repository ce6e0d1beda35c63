package dev.helium.backends.values;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant. */
public final class Similarity {
  private static final int FARTHEST = 3;

  private Similarity() {}

  /** The most similar name, at most three edits away and fewer than its own length. */
  public static Optional<String> nearest(String name, Collection<String> names) {
    return names.stream()
        .filter(known -> edits(name, known) <= Math.min(FARTHEST, known.length() - 1))
        .min(
            Comparator.comparingInt((String known) -> edits(name, known))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein's distance, with letters of either case the same. */
  private static int edits(String left, String right) {
    String from = left.toLowerCase(Locale.ROOT);
    String to = right.toLowerCase(Locale.ROOT);
    int[] previous = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                Math.min(current[column - 1], previous[column]) + 1,
                previous[column - 1] + replaced);
      }
      previous = current;
    }
    return previous[to.length()];
  }
}
