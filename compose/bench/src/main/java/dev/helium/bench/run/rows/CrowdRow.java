package dev.helium.bench.run.rows;

import dev.helium.bench.run.Benchmark;
import java.util.List;

/** How many workspaces of all kinds a minute, beside a bare client? */
public final class CrowdRow implements Benchmark {
  @Override
  public String name() {
    return "crowd";
  }

  @Override
  public String question() {
    return "How many workspaces of all kinds a minute, beside a bare client?";
  }

  @Override
  public List<String> arguments(boolean quick) {
    return quick
        ? List.of(
            "catalog",
            "--only",
            "mixed",
            "--backends",
            "namespace",
            "--warm-up",
            "1",
            "--workspaces",
            "8")
        : List.of("catalog", "--only", "mixed");
  }
}
