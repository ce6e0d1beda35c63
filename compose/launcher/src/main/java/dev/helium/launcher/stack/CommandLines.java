package dev.helium.launcher.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of other processes; the JDK tells none where there are more than a page of them.
 */
final class CommandLines {
  private static final int MOST_BYTES = 64 * 1024;

  private CommandLines() {}

  /** Empty when the system does not tell. */
  static List<String> of(ProcessHandle process) {
    Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    if (Files.isReadable(file)) {
      try (var input = Files.newInputStream(file)) {
        String all = new String(input.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        return List.of(all.split("\0", -1));
      } catch (IOException gone) {
        return List.of();
      }
    }
    return process.info().arguments().map(Arrays::asList).orElse(List.of());
  }

  /** The first argument that looks like a Java class, which says what a `java` is. */
  static Optional<String> mainClass(ProcessHandle process) {
    return of(process).stream()
        .filter(text -> text.matches("([a-z0-9]+\\.)+[A-Z]\\w*"))
        .findFirst();
  }

  /** Processes of a home, whether they have a record or not. */
  static List<ProcessHandle> ofHome(Home home) {
    String service = ServicePlans.HOME_PROPERTY + home.root();
    String monitor = MonitorPlans.DATA_OPTION + home.observe() + "/";
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                of(process).stream()
                    .anyMatch(text -> text.equals(service) || text.startsWith(monitor)))
        .toList();
  }
}
