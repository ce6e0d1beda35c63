package dev.helium.engine;

import dev.helium.engine.fixture.Fixture;
import dev.helium.engine.fixture.Thing;
import dev.helium.engine.fixture.ThingArgs;
import java.nio.file.Path;

/** A process that has used a plugin and then waits to be killed. */
final class PluginRun {
  static final String READY = "the plugin runs";

  private PluginRun() {}

  /** Arguments: folder of the stacks, folder of the fixture. */
  public static void main(String[] arguments) throws Exception {
    try (var stacks = Stacks.with(Path.of(arguments[0]), EngineOptions.defaults())) {
      var stack = stacks.stack("one", context -> new Thing("thing", ThingArgs.of("a")));
      new Fixture(Path.of(arguments[1])).configure(stack);
      stack.up();
      System.out.println(READY);
      Thread.currentThread().join();
    }
  }
}
