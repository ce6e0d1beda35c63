package dev.helium.bench.run.rows;

import dev.helium.bench.run.Benchmark;
import java.util.List;

/** How long do many that expire at once take, beside a bare client? */
public final class DrainRow implements Benchmark {
  @Override
  public String name() {
    return "drain";
  }

  @Override
  public String question() {
    return "How long do many that expire at once take, beside a bare client?";
  }

  @Override
  public List<String> arguments(boolean quick) {
    return quick
        ? List.of("deletion", "--only", "drain", "--workspaces", "10")
        : List.of("deletion", "--only", "drain");
  }
}
