package dev.helium.bench.run.rows;

import dev.helium.bench.run.Benchmark;
import java.util.List;

/** How late does a deletion begin after its expiry, with 10,000 alive? */
public final class ExpiryRow implements Benchmark {
  @Override
  public String name() {
    return "expiry";
  }

  @Override
  public String question() {
    return "How late does a deletion begin after its expiry, with 10,000 alive?";
  }

  @Override
  public List<String> arguments(boolean quick) {
    return quick
        ? List.of("deletion", "--only", "lag", "--live", "50", "--rates", "5", "--seconds", "5")
        : List.of("deletion", "--only", "lag", "--rates", "10");
  }
}
