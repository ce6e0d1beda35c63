package dev.helium.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a process began, as a word that stays the same for as long as it lives and that no other
 * process of its number has. On Linux that is the boot and the clock ticks since, which no
 * correction of the time of day moves; elsewhere the instant the system has kept.
 */
final class Birth {

  private static final Path PROCESSES = Path.of("/proc");
  private static final Path BOOT = PROCESSES.resolve("sys/kernel/random/boot_id");

  /** Counted from the state, which follows the name in brackets. */
  private static final int START_TICKS = 19;

  private static final int THREADS = 17;

  private Birth() {}

  /** The clock ticks alone; empty where the system has another way to tell. */
  static Optional<String> ticks(ProcessHandle handle) {
    return Files.exists(BOOT)
        ? of(handle).map(birth -> birth.substring(birth.lastIndexOf('/') + 1))
        : Optional.empty();
  }

  /** Empty for a process that has ended, even when its parent has not asked for its exit code. */
  static Optional<String> of(ProcessHandle handle) {
    Path status = PROCESSES.resolve(Long.toString(handle.pid())).resolve("stat");
    if (!Files.exists(BOOT)) {
      return handle.info().startInstant().map(Instant::toString).filter(_ -> handle.isAlive());
    }
    try {
      String line = Files.readString(status);
      List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
      return hasEnded(fields)
          ? Optional.empty()
          : Optional.of(Files.readString(BOOT).strip() + "/" + fields.get(START_TICKS));
    } catch (IOException e) {
      // The process went while it was looked at.
      return Optional.empty();
    }
  }

  /** Its first thread may end before the others, which hold files and locks until they end too. */
  private static boolean hasEnded(List<String> fields) {
    return switch (fields.getFirst()) {
      case "X" -> true;
      case "Z" -> Integer.parseInt(fields.get(THREADS)) <= 1;
      default -> false;
    };
  }
}
