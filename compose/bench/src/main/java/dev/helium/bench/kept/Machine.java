package dev.helium.bench.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What something was measured on.
 *
 * @param processor as the system calls it; empty when it does not tell
 * @param mebibytes of memory; 0 when the system does not tell
 */
public record Machine(String processor, int cores, long mebibytes, String system, String java) {
  public Machine {
    Objects.requireNonNull(processor, "processor");
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(java, "java");
  }

  /** This one. */
  public static Machine here() {
    return new Machine(
        value(Path.of("/proc/cpuinfo"), "model name"),
        Runtime.getRuntime().availableProcessors(),
        kibibytes(value(Path.of("/proc/meminfo"), "MemTotal")) / 1024,
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.version"));
  }

  /** For people. */
  public String words() {
    return "%d cores%s, %d MiB, %s, JDK %s"
        .formatted(
            cores, processor.isEmpty() ? "" : " (" + processor + ")", mebibytes, system, java);
  }

  private static long kibibytes(String text) {
    String digits = text.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private static String value(Path file, String name) {
    if (!Files.isReadable(file)) {
      return "";
    }
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
