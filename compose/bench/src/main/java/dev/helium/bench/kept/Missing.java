package dev.helium.bench.kept;

import dev.helium.bench.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A ratio that is kept and was not measured: what is not compared any more can become worse unseen.
 *
 * @param reason why its peer is not here; empty when nobody has said so
 */
public record Missing(String row, Best before, String reason) {
  /**
   * Those of rows that were measured.
   *
   * @param absent by row, why which peer is not here
   */
  public static List<Missing> between(
      Map<String, Kept> before, Map<String, Row> now, Map<String, Map<String, String>> absent) {
    List<Missing> found = new ArrayList<>();
    now.forEach(
        (name, row) -> {
          if (before.containsKey(name)) {
            Map<String, String> reasons = absent.getOrDefault(name, Map.of());
            before.get(name).best().stream()
                .filter(best -> row.measures().stream().noneMatch(best::isOf))
                .map(best -> new Missing(name, best, reasons.getOrDefault(best.who(), "")))
                .forEach(found::add);
          }
        });
    return found;
  }

  /** Whether somebody has said why. What is kept stays then. */
  public boolean isExplained() {
    return !reason.isEmpty();
  }

  /** For people. */
  public String words() {
    return "%s: %s%s".formatted(row, before.words(), isExplained() ? "; " + reason : "");
  }
}
