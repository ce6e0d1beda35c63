package dev.helium.backends.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a process may take.
 *
 * @param longest from its start to its end
 * @param grace how long it has to end itself once it was told to
 * @param memory bytes of all its processes together, as far as they share them with nobody; looked
 *     at twice a second, and only where the system tells (Linux)
 * @param output bytes that are kept of its output, the last ones, and of its errors as well
 * @param folder what may be put where; nothing for no limit
 */
public record ProcessLimits(
    Duration longest, Duration grace, long memory, int output, Optional<FolderLimit> folder) {
  /**
   * What may be in a folder.
   *
   * @param bytes of all files together
   * @param files of any kind
   */
  public record FolderLimit(Path folder, long bytes, int files) {
    public FolderLimit {
      Objects.requireNonNull(folder, "folder");
      requirePositive(bytes, "bytes");
      requirePositive(files, "files");
    }
  }

  public ProcessLimits {
    requirePositive(longest.toMillis(), "longest");
    requirePositive(grace.toMillis(), "grace");
    requirePositive(memory, "memory");
    requirePositive(output, "output");
    Objects.requireNonNull(folder, "folder");
  }

  public ProcessLimits(Duration longest, Duration grace, long memory, int output) {
    this(longest, grace, memory, output, Optional.empty());
  }

  private static void requirePositive(long number, String name) {
    if (number <= 0) {
      throw new IllegalArgumentException(name + " must be more than nothing");
    }
  }
}
