package dev.helium.launcher.command;

import dev.helium.cluster.component.Polling;
import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** The end of a log file, and what comes after. */
final class LogReader {
  private static final Duration INTERVAL = Duration.ofMillis(200);
  private static final Duration FOR_EVER = Duration.ofDays(365);
  private static final int MOST_LINES = 100_000;

  private final Path log;

  LogReader(Path log) {
    this.log = log;
  }

  /** Following ends with the process only. */
  void read(int lines, boolean follow, Consumer<String> printer) {
    if (lines < 0 || lines > MOST_LINES) {
      throw new UserException(
          ExitCode.WRONG_USAGE, "--lines must be from 0 to %d.".formatted(MOST_LINES));
    }
    try {
      BufferedReader reader = Files.newBufferedReader(log);
      tail(reader, lines, printer);
      while (follow) {
        Object file = key();
        BufferedReader current = reader;
        Polling.until(() -> drained(current, printer) && !file.equals(key()), INTERVAL, FOR_EVER);
        current.close();
        // A service that starts again writes a new file of that name.
        reader = Files.newBufferedReader(log);
      }
      reader.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void tail(BufferedReader reader, int lines, Consumer<String> printer)
      throws IOException {
    Deque<String> last = new ArrayDeque<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      last.addLast(line);
      if (last.size() > lines) {
        last.removeFirst();
      }
    }
    last.forEach(printer);
  }

  private static boolean drained(BufferedReader reader, Consumer<String> printer) {
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        printer.accept(line);
      }
      return true;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Object key() {
    try {
      Object key = Files.readAttributes(log, BasicFileAttributes.class).fileKey();
      return key == null ? log : key;
    } catch (IOException replacedJustNow) {
      return log;
    }
  }
}
