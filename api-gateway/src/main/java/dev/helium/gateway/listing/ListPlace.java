package dev.helium.gateway.listing;

import java.util.Comparator;
import java.util.Objects;

/**
 * A place in a list.
 *
 * @param number what it is sorted by, where that is an instant: microseconds since 1970
 * @param text what it is sorted by, where that is a word
 * @param name of the workspace, which decides among equals
 */
record ListPlace(long number, String text, String name) implements Comparable<ListPlace> {
  private static final Comparator<ListPlace> RISING =
      Comparator.comparingLong(ListPlace::number)
          .thenComparing(ListPlace::text)
          .thenComparing(ListPlace::name);

  ListPlace {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(name, "name");
  }

  @Override
  public int compareTo(ListPlace other) {
    return RISING.compare(this, other);
  }
}
