package dev.helium.bench.kept;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A ratio that has become worse by more than a tenth. Ratios alone are compared: with their peer in
 * the same run they say the same on a machine that is faster, or busy.
 *
 * @param worse how many times
 */
public record Regression(String row, String work, double before, double now, double worse) {
  private static final double TOLERATED = 1.1;

  /** Those of rows that were measured before too. */
  public static List<Regression> between(Map<String, Kept> before, Map<String, Row> now) {
    List<Regression> found = new ArrayList<>();
    now.forEach(
        (name, row) ->
            Optional.ofNullable(before.get(name))
                .ifPresent(
                    kept ->
                        row.measures()
                            .forEach(
                                measure ->
                                    same(kept.row(), measure)
                                        .flatMap(old -> of(name, old, measure))
                                        .ifPresent(found::add))));
    return found;
  }

  /** For people. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "%s: %s: the ratio was %.3f and is %.3f, %.0f %% worse",
        row,
        work,
        before,
        now,
        100 * (worse - 1));
  }

  /** The same work beside the same peer. */
  private static Optional<Measure> same(Row kept, Measure measure) {
    return kept.measures().stream()
        .filter(old -> old.work().equals(measure.work()))
        .filter(
            old ->
                old.peer().map(peer -> peer.who()).equals(measure.peer().map(peer -> peer.who())))
        .findFirst();
  }

  private static Optional<Regression> of(String row, Measure before, Measure now) {
    if (before.ratio().isEmpty() || now.ratio().isEmpty()) {
      return Optional.empty();
    }
    double was = before.ratio().getAsDouble();
    double is = now.ratio().getAsDouble();
    double worse = now.better().worse(was, is);
    return worse > TOLERATED
        ? Optional.of(new Regression(row, now.work(), was, is, worse))
        : Optional.empty();
  }
}
