package dev.helium.bench.run.rows;

import dev.helium.bench.run.Benchmark;
import java.util.List;

/** How fast are Pulumi programs here, beside pulumi, where it is installed, and a bare client? */
public final class EngineRow implements Benchmark {
  @Override
  public String name() {
    return "engine";
  }

  @Override
  public String question() {
    return "How fast are Pulumi programs here, beside pulumi, where it is installed, and a bare client?";
  }

  @Override
  public List<String> arguments(boolean quick) {
    return quick ? List.of("engine", "3", "3", "1", "0") : List.of("engine");
  }
}
