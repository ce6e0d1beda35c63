package dev.helium.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that dies without warning at a chosen moment of a run. The engine asks for the time
 * before it writes and after a provider has answered, so the n-th question is a point between two
 * records of the journal.
 */
final class CrashingRun {
  static final int DIED = 137;

  private CrashingRun() {}

  /**
   * Arguments: folder, kubeconfig, namespace, {@code up} or {@code destroy}, the question to die
   * at.
   */
  public static void main(String[] arguments) throws Exception {
    var deadly = Integer.parseInt(arguments[4]);
    var questions = new AtomicInteger();
    InstantSource clock =
        () -> {
          if (questions.incrementAndGet() == deadly) {
            Runtime.getRuntime().halt(DIED);
          }
          return Instant.now();
        };
    var options =
        EngineOptions.defaults()
            .withKubeconfig(new Kubeconfig.File(Path.of(arguments[1])))
            .withClock(clock);
    try (var stacks = Stacks.with(Path.of(arguments[0]), options)) {
      var stack = stacks.stack("one", Programs.configMaps(arguments[2], contents()));
      if ("up".equals(arguments[3])) {
        stack.up();
      } else {
        stack.destroy();
      }
    }
    Runtime.getRuntime().halt(0);
  }

  static Map<String, String> contents() {
    return Map.of("a", "1", "b", "2", "c", "3");
  }
}
