package dev.helium.gateway;

import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A gateway with an empty map, in a process of its own: prints how long it takes from its start
 * until it shows all that is in the log, and what it then holds.
 *
 * <p>Arguments: brokers, a folder for its files.
 */
final class Rebuild {
  private Rebuild() {}

  public static void main(String[] arguments) {
    try (TestGateway gateway =
        TestGateway.start(arguments[0], Path.of(arguments[1]), Map.of("HELIUM_AUTH", "off"))) {
      await().forever().pollInterval(Duration.ofMillis(10)).until(gateway.health::isReady);
      var runtime = ManagementFactory.getRuntimeMXBean();
      double took = (System.currentTimeMillis() - runtime.getStartTime()) / 1e3;
      System.out.printf(
          "%.1f s, %.1f s of processors, %.1f of them compiling, %d MiB of heap held, at most %d MiB%n",
          took,
          processorSeconds(),
          compiling(),
          heap(),
          Runtime.getRuntime().maxMemory() / 1024 / 1024);
    }
  }

  private static double processorSeconds() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean process
        ? process.getProcessCpuTime() / 1e9
        : 0;
  }

  private static double compiling() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / 1e3;
  }

  /** In use after a collection, in MiB. */
  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024 / 1024;
  }
}
