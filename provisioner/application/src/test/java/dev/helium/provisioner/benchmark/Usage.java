package dev.helium.provisioner.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process and the processes it started and waited for have used. */
final class Usage {
  /** What Linux counts processor time in, on every platform a JDK runs on. */
  private static final double TICKS_PER_SECOND = 100;

  /** The fields of {@code /proc/self/stat} after the name, with the time of ended children. */
  private static final int CHILD_USER = 13;

  private Usage() {}

  /** Processor time in milliseconds, of ended children too where there is {@code /proc}. */
  static double processorMilliseconds() {
    var bean = ManagementFactory.getOperatingSystemMXBean();
    var own =
        bean instanceof com.sun.management.OperatingSystemMXBean process
            ? process.getProcessCpuTime() / 1e6
            : 0;
    return own + childTicks() * 1000 / TICKS_PER_SECOND;
  }

  /** The heap in use after a collection, in MiB. */
  static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024 / 1024;
  }

  private static long childTicks() {
    var file = Path.of("/proc/self/stat");
    if (!Files.exists(file)) {
      return 0;
    }
    try {
      var text = Files.readString(file);
      var fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
      return Long.parseLong(fields[CHILD_USER]) + Long.parseLong(fields[CHILD_USER + 1]);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
