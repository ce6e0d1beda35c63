package dev.helium.bench.kept;

import dev.helium.bench.row.Row;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A row as it was measured once.
 *
 * @param commit that was measured, with a mark when something was changed since
 */
public record Kept(Row row, Machine machine, String commit, LocalDate date) {
  public Kept {
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(date, "date");
  }
}
