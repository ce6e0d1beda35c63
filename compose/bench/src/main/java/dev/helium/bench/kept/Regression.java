package dev.helium.bench.kept;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A ratio that is worse by more than a tenth than the best that was kept. Ratios alone are
 * compared: with their peer in the same run they say the same on a machine that is faster, or busy.
 *
 * @param worse how many times
 */
public record Regression(String row, Best before, double now, double worse) {
  /** Those of rows that were measured before too. */
  public static List<Regression> between(Map<String, Kept> before, Map<String, Row> now) {
    List<Regression> found = new ArrayList<>();
    now.forEach(
        (name, row) -> {
          if (before.containsKey(name)) {
            row.measures().forEach(measure -> compare(name, before.get(name), measure, found));
          }
        });
    return found;
  }

  private static void compare(String row, Kept kept, Measure now, List<Regression> found) {
    kept.bestOf(now)
        .filter(best -> best.isLost(now))
        .map(best -> new Regression(row, best, now.ratio().orElseThrow(), best.worse(now)))
        .ifPresent(found::add);
  }

  /** For people. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "%s: %s, and is %.3f, %.0f %% worse",
        row,
        before.words(),
        now,
        100 * (worse - 1));
  }
}
