package dev.helium.bench.run.rows;

import dev.helium.bench.run.Benchmark;
import java.util.List;

/** How soon is a workspace read, at 2,000 requests a second, beside a bare server? */
public final class ApiRow implements Benchmark {
  @Override
  public String name() {
    return "api";
  }

  @Override
  public String question() {
    return "How soon is a workspace read, at 2,000 requests a second, beside a bare server?";
  }

  @Override
  public List<String> arguments(boolean quick) {
    return quick
        ? List.of("api", "--workspaces", "100", "--rate", "100", "--seconds", "2")
        : List.of("api");
  }
}
