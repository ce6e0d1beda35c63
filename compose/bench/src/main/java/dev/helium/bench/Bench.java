package dev.helium.bench;

import dev.helium.bench.kept.Kept;
import dev.helium.bench.kept.KeptFile;
import dev.helium.bench.kept.Machine;
import dev.helium.bench.kept.Missing;
import dev.helium.bench.kept.Regression;
import dev.helium.bench.row.Row;
import dev.helium.bench.run.Benchmark;
import dev.helium.bench.table.Table;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs rows one after the other, shows them beside what is kept, and keeps them. */
final class Bench {
  /** Runs one row. */
  interface Running {
    /** Empty when it failed. */
    Optional<Row> run(Benchmark benchmark) throws InterruptedException;
  }

  /** What becomes of the kept result. */
  enum Keeping {
    /** Replaced by a commit, unless a row failed, or a ratio has become worse or is missing. */
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

  /** True when all were measured and no ratio has become worse or is missing. */
  boolean run(List<Benchmark> rows, Keeping keeping, Machine machine, String commit, LocalDate date)
      throws InterruptedException {
    if (keeping == Keeping.UNLESS_WORSE && Commit.isChanged(commit)) {
      out.printf("What is measured is not committed, so it will not be kept without --keep.%n");
    }
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
    Map<String, Map<String, String>> absent =
        rows.stream().collect(Collectors.toMap(Benchmark::name, Benchmark::absent));
    List<Regression> worse = Regression.between(before, measured);
    // Of as little as says whether it works, much is missing.
    List<Missing> missing =
        keeping == Keeping.NOT ? List.of() : Missing.between(before, measured, absent);
    out.printf("%n%s, %s, %s%n%n", machine.words(), commit, date);
    out.print(new Table(measured).text());
    failed.forEach(row -> out.printf("%nNot measured: %s; it has said why above.%n", row));
    tell(worse, before.isEmpty());
    tell(missing);
    boolean good =
        worse.isEmpty() && failed.isEmpty() && missing.stream().allMatch(Missing::isExplained);
    if (!keeps(keeping, good, commit) || measured.isEmpty()) {
      out.printf(
          "%nNot kept%s.%n", keeping == Keeping.UNLESS_WORSE ? "; --keep keeps it anyhow" : "");
      return good;
    }
    Map<String, Kept> now = new HashMap<>();
    measured.forEach((name, row) -> now.put(name, new Kept(row, machine, commit, date)));
    keep(before, now, absent);
    return good;
  }

  private void tell(List<Regression> worse, boolean isFirst) {
    if (isFirst) {
      out.printf("%nNothing is kept to compare it with.%n");
    } else if (worse.isEmpty()) {
      out.printf("%nNo ratio is worse by more than 10 %% than the best kept one.%n");
    } else {
      out.printf("%nWorse by more than 10 %% than the best kept result:%n");
      worse.forEach(regression -> out.println("  " + regression.words()));
    }
  }

  private void tell(List<Missing> missing) {
    tell("Kept, and not measured any more", missing.stream().filter(each -> !each.isExplained()));
    tell("Not measured here, so what is kept stays", missing.stream().filter(Missing::isExplained));
  }

  private void tell(String what, Stream<Missing> missing) {
    List<String> lines = missing.map(Missing::words).toList();
    if (!lines.isEmpty()) {
      out.printf("%n%s:%n", what);
      lines.forEach(line -> out.println("  " + line));
    }
  }

  private static boolean keeps(Keeping keeping, boolean good, String commit) {
    return switch (keeping) {
      case UNLESS_WORSE -> good && !Commit.isChanged(commit);
      case ANYHOW -> true;
      case NOT -> false;
    };
  }

  private void keep(
      Map<String, Kept> before, Map<String, Kept> now, Map<String, Map<String, String>> absent) {
    Map<String, Kept> all = new LinkedHashMap<>();
    for (String name : order) {
      if (now.containsKey(name) && before.containsKey(name)) {
        all.put(name, now.get(name).after(before.get(name), absent.get(name).keySet()));
      } else if (now.containsKey(name)) {
        all.put(name, now.get(name));
      } else if (before.containsKey(name)) {
        all.put(name, before.get(name));
      }
    }
    file.write(all);
    out.printf("%nKept in %s%n", file.page());
  }
}
