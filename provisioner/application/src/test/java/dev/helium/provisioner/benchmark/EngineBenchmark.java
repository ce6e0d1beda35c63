package dev.helium.provisioner.benchmark;

import com.pulumi.automation.WorkspaceStack;
import dev.helium.bench.row.RowOption;
import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.LocalClusterOptions;
import dev.helium.engine.EmbeddedPulumiCommand;
import dev.helium.engine.EngineOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Select, up, up without a change and destroy of the namespace backend on the engine inside the
 * JVM, on the command line where there is one, and as bare creates: alone, eight at once, and one
 * thousand more. Prints numbers of this machine.
 *
 * <p>Arguments: rounds to warm up, rounds measured, rounds on the command line, stacks in a row;
 * and {@code --row FILE}.
 */
final class EngineBenchmark {
  private static final int AT_ONCE = 8;

  private final AtomicInteger counter = new AtomicInteger();
  private final Comparison comparison = new Comparison();
  private final Quiet quiet;

  private EngineBenchmark(Quiet quiet) {
    this.quiet = quiet;
  }

  public static void main(String[] arguments) throws Exception {
    var row = RowOption.in(arguments);
    var counts = new int[] {60, 40, 5, 1000};
    for (int index = 0; index < row.others().size(); index++) {
      counts[index] = Integer.parseInt(row.others().get(index));
    }
    var folder = Files.createTempDirectory("engine-benchmark-");
    try (var cluster = LocalCluster.start(LocalClusterOptions.in(folder.resolve("cluster")));
        var command = new EmbeddedPulumiCommand(EngineOptions.defaults());
        var quiet = new Quiet(cluster.kubeconfig())) {
      var ours = new Engine("embedded", command, folder.resolve("ours"), cluster.kubeconfig());
      var benchmark = new EngineBenchmark(quiet);
      benchmark.run(ours, folder, cluster.kubeconfig(), counts);
      row.write(benchmark.comparison.row());
    } finally {
      LocalCluster.wipe(folder.resolve("cluster"));
      delete(folder);
    }
  }

  private void run(Engine ours, Path folder, Path kubeconfig, int[] counts) throws Exception {
    alone(ours, counts[0]);
    comparison.forget();
    alone(ours, counts[1]);
    var sample = ours.select("sample");
    sample.up();
    try (var floor = new Floor(kubeconfig, sample, "sample")) {
      for (int round = 0; round < counts[1]; round++) {
        comparison.time(Comparison.FLOOR, "up", () -> floor.create(next()));
      }
      var theirs = Engine.commandLine(folder.resolve("theirs"), kubeconfig);
      if (theirs.isEmpty()) {
        System.out.println("no pulumi on PATH: only this engine and the bare client are measured");
      } else {
        alone(theirs.get(), counts[2]);
        atOnce(theirs.get().title(), counts[2] * 2, () -> upAndDown(theirs.get()));
      }
      atOnce(ours.title(), counts[1] * AT_ONCE, () -> upAndDown(ours));
      atOnce(ours.title() + ", up only", counts[1] * AT_ONCE, () -> upOnly(ours));
      atOnce(Comparison.FLOOR, counts[1] * AT_ONCE, () -> floor.create(next()));
      atOnce(Comparison.APPLYING_FLOOR, counts[1] * AT_ONCE, () -> floor.apply(next()));
    }
    comparison.print();
    inARow(ours, counts[3]);
  }

  /** Deletions come last, and are waited for: the cluster is busy with them for long after. */
  private void alone(Engine engine, int rounds) throws Exception {
    var cpu = Usage.processorMilliseconds();
    var stacks = new LinkedHashMap<String, WorkspaceStack>();
    for (int round = 0; round < rounds; round++) {
      var name = next();
      var stack = comparison.timed(engine.title(), "select", () -> engine.select(name));
      comparison.time(engine.title(), "up", stack::up);
      comparison.time(engine.title(), "up, no change", stack::up);
      stacks.put(name, stack);
    }
    for (var entry : stacks.entrySet()) {
      comparison.time(engine.title(), "destroy", entry.getValue()::destroy);
      entry.getValue().workspace().removeStack(entry.getKey());
    }
    comparison.add(engine.title(), "CPU of all", (Usage.processorMilliseconds() - cpu) / rounds);
    quiet.await();
  }

  private void atOnce(String title, int count, Comparison.Work work) throws Exception {
    quiet.await();
    var cpu = Usage.processorMilliseconds();
    var start = System.nanoTime();
    Callable<Void> job =
        () -> {
          work.run();
          return null;
        };
    try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var result : executor.invokeAll(Collections.nCopies(count, job))) {
        result.get();
      }
    }
    var seconds = (System.nanoTime() - start) / 1e9;
    comparison.throughput(title, count / seconds, (Usage.processorMilliseconds() - cpu) / count);
  }

  private void inARow(Engine engine, int stacks) throws Exception {
    if (stacks == 0) {
      return;
    }
    System.out.println();
    atOnce(engine.title(), stacks / 10, () -> upAndDown(engine));
    memory(stacks / 10);
    atOnce(engine.title(), stacks - stacks / 10, () -> upAndDown(engine));
    memory(stacks);
  }

  private static void memory(int stacks) {
    System.out.printf(
        "after %d more stacks: %d MiB of heap in use, %d threads%n",
        stacks, Usage.heap(), Thread.getAllStackTraces().size());
  }

  private void upAndDown(Engine engine) throws Exception {
    var name = next();
    var stack = engine.select(name);
    stack.up();
    stack.destroy();
    stack.workspace().removeStack(name);
  }

  private void upOnly(Engine engine) throws Exception {
    engine.select(next()).up();
  }

  private String next() {
    return "bench-" + counter.incrementAndGet();
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
