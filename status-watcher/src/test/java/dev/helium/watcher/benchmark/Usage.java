package dev.helium.watcher.benchmark;

import dev.helium.watcher.WatcherProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** What a watcher's process uses. */
final class Usage {
  private static final double MEBIBYTE = 1024.0 * 1024;

  private final WatcherProcess watcher;

  Usage(WatcherProcess watcher) {
    this.watcher = watcher;
  }

  /** Processor time since its start. */
  Duration processor() {
    return watcher.handle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  void printMemory(String when) throws IOException, InterruptedException {
    double before = resident();
    String process = Long.toString(watcher.handle().pid());
    output(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), process, "GC.run");
    System.out.printf(
        Locale.ROOT,
        "%nMemory %s: heap after a collection %.0f MiB, resident %.0f MiB, %.0f objects known%n",
        when,
        watcher.metric("jvm_memory_used_bytes{area=\"heap\"") / MEBIBYTE,
        before,
        watcher.metric("helium_watcher_objects"));
  }

  private double resident() throws IOException, InterruptedException {
    String kibibytes = output("ps", "-o", "rss=", "-p", Long.toString(watcher.handle().pid()));
    return Long.parseLong(kibibytes.strip()) / 1024.0;
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(command[0] + " failed: " + text);
      }
      return text;
    }
  }
}
