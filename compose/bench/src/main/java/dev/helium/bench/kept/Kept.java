package dev.helium.bench.kept;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A row as it was measured once.
 *
 * @param commit that was measured, with a mark when something was changed since
 * @param best of all that were kept so far, by work and peer
 */
public record Kept(Row row, Machine machine, String commit, LocalDate date, List<Best> best) {
  public Kept {
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(date, "date");
    best = List.copyOf(best);
  }

  /** What is measured for the first time is the best so far. */
  public Kept(Row row, Machine machine, String commit, LocalDate date) {
    this(row, machine, commit, date, Best.of(row, commit, date));
  }

  /**
   * The same with the best of what was kept before. A ratio that is far from it, or was not
   * measured, has been given up by whoever keeps this.
   *
   * @param absent peers that could not be measured; the best beside them stays
   */
  public Kept after(Kept before, Set<String> absent) {
    List<Best> all = new ArrayList<>();
    for (Measure measure : row.measures()) {
      Best.of(measure, commit, date)
          .map(
              own ->
                  before
                      .bestOf(measure)
                      .filter(old -> old.worse(measure) > 1 && !old.isLost(measure))
                      .orElse(own))
          .ifPresent(all::add);
    }
    before.best.stream()
        .filter(old -> absent.contains(old.who()) && row.measures().stream().noneMatch(old::isOf))
        .forEach(all::add);
    return new Kept(row, machine, commit, date, all);
  }

  /** What a measure is compared with. */
  Optional<Best> bestOf(Measure measure) {
    return best.stream().filter(each -> each.isOf(measure)).findFirst();
  }

  /** The best that is not of this row itself. */
  List<Best> earlier() {
    List<Best> own = Best.of(row, commit, date);
    return best.stream().filter(each -> !own.contains(each)).toList();
  }
}
