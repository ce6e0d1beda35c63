package dev.helium.gateway;

import dev.helium.broker.BrokerOptions;
import dev.helium.broker.KafkaBroker;
import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.EventLog;
import dev.helium.log.LogSettings;
import dev.helium.log.TopicAdministration;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * How long a gateway with an empty map needs until it shows all that is in the log, and what the
 * map takes. Prints numbers of this machine; the broker shares the process and its processors.
 *
 * <p>Arguments: workspaces, events of each, rounds.
 */
final class RebuildBenchmark {
  private static final int UNDER_WAY = 5_000;

  private RebuildBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    int[] counts = {10_000, 50, 3};
    for (int index = 0; index < arguments.length; index++) {
      counts[index] = Integer.parseInt(arguments[index]);
    }
    Path folder = Files.createTempDirectory("rebuild-benchmark-");
    try (KafkaBroker broker = KafkaBroker.start(BrokerOptions.onAFreePort(folder))) {
      System.out.printf(
          "%d processors, %d MiB heap at most%n",
          Runtime.getRuntime().availableProcessors(),
          Runtime.getRuntime().maxMemory() / 1024 / 1024);
      fill(broker.bootstrap(), counts[0], counts[1]);
      for (int round = 0; round < counts[2]; round++) {
        rebuild(broker.bootstrap(), folder, counts[0] * counts[1]);
      }
    } finally {
      delete(folder);
    }
  }

  /** Every workspace's first event, then every one's second, and so on. */
  private static void fill(String bootstrap, int workspaces, int events)
      throws InterruptedException {
    Vertx vertx = Vertx.vertx();
    LogSettings settings = new LogSettings(bootstrap);
    Futures.await(TopicAdministration.ensure(vertx, settings));
    EventLog log = new EventLog(vertx, settings);
    Semaphore places = new Semaphore(UNDER_WAY);
    long start = System.nanoTime();
    List<List<EventRecord>> histories =
        IntStream.range(0, workspaces)
            .mapToObj(index -> BenchmarkHistory.of(new WorkspaceId("workspace-" + index), events))
            .toList();
    for (int index = 0; index < events; index++) {
      for (List<EventRecord> history : histories) {
        places.acquire();
        log.append(history.get(index)).onComplete(ignored -> places.release());
      }
    }
    places.acquire(UNDER_WAY);
    System.out.printf(
        "%d events of %d workspaces written in %.1f s%n",
        workspaces * events, workspaces, seconds(start));
    Futures.await(log.close());
    Futures.await(vertx.close());
  }

  private static void rebuild(String bootstrap, Path folder, int events) throws Exception {
    long before = heap();
    double processors = processorSeconds();
    long start = System.nanoTime();
    try (TestGateway gateway = TestGateway.start(bootstrap, folder, Map.of())) {
      while (!gateway.health.isReady()) {
        Thread.sleep(20);
      }
      double took = seconds(start);
      System.out.printf(
          "started and rebuilt from %d events in %.2f s and %.2f s of processors; %d MiB more heap%n",
          events, took, processorSeconds() - processors, heap() - before);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static double processorSeconds() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean process
        ? process.getProcessCpuTime() / 1e9
        : 0;
  }

  /** The heap in use after a collection, in MiB. */
  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024 / 1024;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (var walk = Files.walk(folder)) {
      paths = new ArrayList<>(walk.toList());
    }
    for (Path path : paths.reversed()) {
      Files.deleteIfExists(path);
    }
  }
}
