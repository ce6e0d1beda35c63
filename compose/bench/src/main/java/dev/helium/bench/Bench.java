package dev.helium.bench;

import dev.helium.bench.kept.Kept;
import dev.helium.bench.kept.KeptFile;
import dev.helium.bench.kept.Machine;
import dev.helium.bench.kept.Regression;
import dev.helium.bench.row.Row;
import dev.helium.bench.run.Benchmark;
import dev.helium.bench.table.Table;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs rows one after the other, shows them beside what is kept, and keeps them. */
final class Bench {
  /** Runs one row. */
  interface Running {
    /** Empty when it failed. */
    Optional<Row> run(Benchmark benchmark) throws InterruptedException;
  }

  /** What becomes of the kept result. */
  enum Keeping {
    /** Replaced, unless a row failed or a ratio has become worse. */
    UNLESS_WORSE,
    /** Replaced by whatever was measured. */
    ANYHOW,
    /** Left alone. */
    NOT
  }

  private final Running running;
  private final KeptFile file;
  private final PrintStream out;
  private final List<String> order;

  /**
   * @param all rows that there are, for their order
   */
  Bench(List<Benchmark> all, Running running, KeptFile file, PrintStream out) {
    this.order = all.stream().map(Benchmark::name).toList();
    this.running = running;
    this.file = file;
    this.out = out;
  }

  /** True when all were measured and no ratio has become worse. */
  boolean run(List<Benchmark> rows, Keeping keeping, Machine machine, String commit, LocalDate date)
      throws InterruptedException {
    Map<String, Row> measured = new LinkedHashMap<>();
    List<String> failed = new ArrayList<>();
    for (Benchmark row : rows) {
      out.printf("%n== %s: %s%n", row.name(), row.question());
      running
          .run(row)
          .ifPresentOrElse(
              result -> measured.put(row.name(), result), () -> failed.add(row.name()));
    }
    Map<String, Kept> before = file.read();
    List<Regression> worse = Regression.between(before, measured);
    out.printf("%n%s, %s, %s%n%n", machine.words(), commit, date);
    out.print(new Table(measured).text());
    failed.forEach(row -> out.printf("%nNot measured: %s; it has said why above.%n", row));
    tell(worse, before.isEmpty());
    boolean good = worse.isEmpty() && failed.isEmpty();
    keep(before, measured, good, keeping, machine, commit, date);
    return good;
  }

  private void tell(List<Regression> worse, boolean isFirst) {
    if (isFirst) {
      out.printf("%nNothing is kept to compare it with.%n");
    } else if (worse.isEmpty()) {
      out.printf("%nNo ratio is worse by more than 10 %% than the kept one.%n");
    } else {
      out.printf("%nWorse by more than 10 %% than the kept result:%n");
      worse.forEach(regression -> out.println("  " + regression.words()));
    }
  }

  private void keep(
      Map<String, Kept> before,
      Map<String, Row> measured,
      boolean good,
      Keeping keeping,
      Machine machine,
      String commit,
      LocalDate date) {
    boolean keeps =
        switch (keeping) {
          case UNLESS_WORSE -> good;
          case ANYHOW -> true;
          case NOT -> false;
        };
    if (!keeps || measured.isEmpty()) {
      out.printf(
          "%nNot kept%s.%n", keeping == Keeping.UNLESS_WORSE ? "; --keep keeps it anyhow" : "");
      return;
    }
    Map<String, Kept> all = new LinkedHashMap<>();
    for (String name : order) {
      if (measured.containsKey(name)) {
        all.put(name, new Kept(measured.get(name), machine, commit, date));
      } else if (before.containsKey(name)) {
        all.put(name, before.get(name));
      }
    }
    file.write(all);
    out.printf("%nKept in %s%n", file.page());
  }
}
