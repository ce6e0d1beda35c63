package dev.helium.bench.run.rows;

import dev.helium.bench.run.Benchmark;
import java.util.List;

/** How long does work stand still whose provisioner is killed? */
public final class TakeoverRow implements Benchmark {
  @Override
  public String name() {
    return "takeover";
  }

  @Override
  public String question() {
    return "How long does work stand still whose provisioner is killed?";
  }

  @Override
  public List<String> arguments(boolean quick) {
    return quick ? List.of("takeover", "--rounds", "1") : List.of("takeover");
  }
}
