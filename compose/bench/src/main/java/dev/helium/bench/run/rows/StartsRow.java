package dev.helium.bench.run.rows;

import dev.helium.bench.run.Benchmark;
import java.util.List;

/** How soon is each process ready after its start? */
public final class StartsRow implements Benchmark {
  @Override
  public String name() {
    return "starts";
  }

  @Override
  public String question() {
    return "How soon is each process ready after its start?";
  }

  @Override
  public List<String> arguments(boolean quick) {
    return quick ? List.of("starts", "--times", "1") : List.of("starts");
  }
}
