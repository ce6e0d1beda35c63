package dev.helium.bench.run.rows;

import dev.helium.bench.run.Benchmark;
import java.util.List;

/** How soon is it told that a pod turned ready, beside a bare informer and polling? */
public final class WatcherRow implements Benchmark {
  @Override
  public String name() {
    return "watcher";
  }

  @Override
  public String question() {
    return "How soon is it told that a pod turned ready, beside a bare informer and polling?";
  }

  @Override
  public List<String> arguments(boolean quick) {
    return quick
        ? List.of("watcher", "--workspaces", "50", "--rate", "20", "--seconds", "5", "--rest", "2")
        : List.of("watcher");
  }
}
