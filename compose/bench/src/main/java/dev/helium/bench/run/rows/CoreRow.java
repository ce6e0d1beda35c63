package dev.helium.bench.run.rows;

import dev.helium.bench.run.Benchmark;
import java.util.List;

/** How many commands a second are decided and shown, and how soon is a lost map there again? */
public final class CoreRow implements Benchmark {
  @Override
  public String name() {
    return "core";
  }

  @Override
  public String question() {
    return "How many commands a second are decided and shown, and how soon is a lost map there again?";
  }

  @Override
  public List<String> arguments(boolean quick) {
    return quick ? List.of("core", "--commands", "500", "--alone", "20") : List.of("core");
  }
}
