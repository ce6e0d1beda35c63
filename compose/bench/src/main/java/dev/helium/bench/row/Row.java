package dev.helium.bench.row;

import java.util.List;

/**
 * What one benchmark has measured.
 *
 * @param parts of the time of its first measure, as far as they are known
 */
public record Row(List<Measure> measures, List<Part> parts) {
  private static final int MOST = 100;

  public Row {
    measures = List.copyOf(measures);
    parts = List.copyOf(parts);
    if (measures.isEmpty() || measures.size() > MOST || parts.size() > MOST) {
      throw new IllegalArgumentException(
          "a row has 1 to %d measures and at most as many parts".formatted(MOST));
    }
  }

  public static Row of(List<Measure> measures) {
    return new Row(measures, List.of());
  }
}
