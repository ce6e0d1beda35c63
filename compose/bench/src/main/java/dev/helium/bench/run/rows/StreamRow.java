package dev.helium.bench.run.rows;

import dev.helium.bench.run.Benchmark;
import java.util.List;

/** How soon do thousands of subscribers hear of an event? */
public final class StreamRow implements Benchmark {
  @Override
  public String name() {
    return "stream";
  }

  @Override
  public String question() {
    return "How soon do thousands of subscribers hear of an event?";
  }

  @Override
  public List<String> arguments(boolean quick) {
    return quick
        ? List.of(
            "stream",
            "--subscribers",
            "50",
            "--of-all",
            "5",
            "--workspaces",
            "20",
            "--rate",
            "20",
            "--seconds",
            "5")
        : List.of("stream");
  }
}
