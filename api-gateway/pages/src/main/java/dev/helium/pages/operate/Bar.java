package dev.helium.pages.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A bar as a picture 100 wide: what its parts come to, in their order. */
public record Bar(List<Part> parts) {
  private static final double WIDTH = 100;

  /** What is there is seen, however little it is. */
  private static final double LEAST = 1;

  /** What a part is of; the name is that of a class in style sheets. */
  public record Slice(String kind, long amount) {}

  /**
   * A rectangle.
   *
   * @param x where it begins, as an attribute says it
   */
  public record Part(String kind, String x, String width) {}

  public Bar {
    parts = List.copyOf(parts);
  }

  /**
   * Slices beside each other.
   *
   * @param whole what fills the width; nothing is drawn unless it is positive
   */
  public static Bar of(List<Slice> slices, long whole) {
    List<Part> parts = new ArrayList<>();
    double x = 0;
    for (Slice slice : slices) {
      if (slice.amount() > 0 && whole > 0) {
        double width = Math.max(LEAST, share(slice.amount(), whole));
        parts.add(new Part(slice.kind(), attribute(x), attribute(width)));
        x += width;
      }
    }
    return new Bar(parts);
  }

  /** One slice that begins somewhere. */
  public static Bar between(String kind, long from, long until, long whole) {
    return whole > 0
        ? new Bar(
            List.of(
                new Part(
                    kind,
                    attribute(share(from, whole)),
                    attribute(Math.max(LEAST, share(until - from, whole))))))
        : new Bar(List.of());
  }

  /** How far a number reaches, of 100. */
  static double share(long number, long whole) {
    return whole > 0 ? WIDTH * number / whole : 0;
  }

  static String attribute(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
