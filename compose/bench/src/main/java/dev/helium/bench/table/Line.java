package dev.helium.bench.table;

import dev.helium.bench.row.Bar;
import dev.helium.bench.row.Better;
import dev.helium.bench.row.Measure;
import java.util.List;
import java.util.Locale;

/** A measure in words. */
final class Line {
  private static final String NOTHING = "";

  private Line() {}

  static List<String> head() {
    return List.of("row", "work", "peer", "ours", "ratio", "wanted", "met?");
  }

  static List<String> of(String row, Measure measure) {
    return List.of(
        row,
        measure.work(),
        measure
            .peer()
            .map(peer -> peer.who() + ": " + number(peer.value()) + " " + measure.unit())
            .orElse(NOTHING),
        number(measure.ours()) + " " + measure.unit(),
        measure.ratio().isPresent() ? number(measure.ratio().getAsDouble()) : NOTHING,
        measure.bar().map(bar -> wanted(bar, measure)).orElse(NOTHING),
        measure.isMet().map(met -> met ? "yes" : "no").orElse(NOTHING));
  }

  private static String wanted(Bar bar, Measure measure) {
    String bound = (measure.better() == Better.LOWER ? "≤ " : "≥ ") + number(bar.bound());
    return switch (bar) {
      case Bar.OfOurs _ -> bound + " " + measure.unit();
      case Bar.OfRatio _ -> "ratio " + bound;
    };
  }

  /** With three digits that count, and all before the point. */
  static String number(double value) {
    double size = Math.abs(value);
    int digits = 3;
    if (size >= 100 || size == 0) {
      digits = 0;
    } else if (size >= 10) {
      digits = 1;
    } else if (size >= 1) {
      digits = 2;
    }
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
