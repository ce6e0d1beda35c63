package dev.helium.launcher.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** How much of the machine's memory a process holds. */
final class ResidentMemory {
  private static final String LINE = "VmRSS:";
  private static final long TIMEOUT_SECONDS = 2;

  private ResidentMemory() {}

  /** In KiB; nothing when the process is gone or the system does not tell. */
  static OptionalLong of(long process) {
    Path status = Path.of("/proc", Long.toString(process), "status");
    return Files.exists(status) ? fromProc(status) : fromPs(process);
  }

  private static OptionalLong fromProc(Path status) {
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith(LINE))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException gone) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong fromPs(long process) {
    try {
      Process ps =
          new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process))
              .redirectErrorStream(true)
              .start();
      String text = new String(ps.getInputStream().readNBytes(64), StandardCharsets.UTF_8).strip();
      boolean ended = ps.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      return ended && text.matches("\\d+")
          ? OptionalLong.of(Long.parseLong(text))
          : OptionalLong.empty();
    } catch (IOException noPs) {
      return OptionalLong.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return OptionalLong.empty();
    }
  }
}
