package dev.helium.bench.run.rows;

import dev.helium.bench.run.Benchmark;
import java.util.List;

/** How long does each backend take to ready, beside a bare client? */
public final class CatalogRow implements Benchmark {
  @Override
  public String name() {
    return "catalog";
  }

  @Override
  public String question() {
    return "How long does each backend take to ready, beside a bare client?";
  }

  @Override
  public List<String> arguments(boolean quick) {
    return quick
        ? List.of(
            "catalog",
            "--only",
            "single",
            "--backends",
            "namespace",
            "--warm-up",
            "1",
            "--times",
            "1")
        : List.of("catalog", "--only", "single");
  }
}
