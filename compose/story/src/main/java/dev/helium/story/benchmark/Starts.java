package dev.helium.story.benchmark;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Numbers;
import dev.helium.bench.row.Row;
import dev.helium.bench.row.RowOption;
import dev.helium.launcher.stack.ServiceInstance;
import dev.helium.launcher.stack.ServiceName;
import dev.helium.launcher.stack.StackListener;
import dev.helium.story.StoryWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Time and processor time from the start of each process to its readiness, after a kill; with
 * {@code HELIUM_ARCHIVES=off} without archives of classes.
 */
public final class Starts {
  private static final int TIMES = 5;
  private static final int MOST_TIMES = 100;

  private Starts() {}

  public static void main(String[] arguments) throws IOException {
    RowOption row = RowOption.in(arguments);
    int times = Numbers.in(row.others(), "--times").of("--times", TIMES, 1, MOST_TIMES);
    Path project = Path.of(System.getProperty("helium.project", "."));
    Path directory = Files.createTempDirectory("helium-benchmark-");
    System.out.println("Starting Helium in " + directory);
    try (StoryWorld world = StoryWorld.start(project, directory, RandomGenerator.getDefault())) {
      world.archiveClasses(StackListener.silent());
      System.out.printf(
          "%-20s %10s %14s   median of %d%n", "process", "ready s", "processor s", times);
      row.write(
          Row.of(
              Arrays.stream(ServiceName.values())
                  .map(service -> measure(world, service, times))
                  .toList()));
    }
  }

  private static Measure measure(StoryWorld world, ServiceName service, int times) {
    Times ready = new Times();
    Times processor = new Times();
    for (int time = 0; time < times; time++) {
      world.kill(service);
      long begun = System.nanoTime();
      world.start(service);
      ready.add((System.nanoTime() - begun) / 1e6);
      world
          .stack()
          .processorTime(ServiceInstance.first(service))
          .ifPresent(used -> processor.add(used.toNanos() / 1e6));
    }
    System.out.printf(
        "%-20s %10.1f %14.1f%n",
        service.label(), ready.quantile(0.5) / 1000, processor.quantile(0.5) / 1000);
    return Measure.time(service.label() + ", start to ready", "s", ready.quantile(0.5) / 1000);
  }
}
