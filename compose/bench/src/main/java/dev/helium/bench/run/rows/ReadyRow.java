package dev.helium.bench.run.rows;

import dev.helium.bench.run.Benchmark;
import java.util.List;

/** How long from a request to pods ready, warm, beside a bare client? */
public final class ReadyRow implements Benchmark {
  @Override
  public String name() {
    return "ready";
  }

  @Override
  public String question() {
    return "How long from a request to pods ready, warm, beside a bare client?";
  }

  @Override
  public List<String> arguments(boolean quick) {
    return quick ? List.of("ready", "--warm-up", "2", "--times", "3") : List.of("ready");
  }
}
