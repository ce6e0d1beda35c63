package dev.helium.backends.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders to work on charts in, each for one time. Values are in them in the clear, so nobody else
 * may look, and what a process left that was killed goes with the next one.
 */
final class ChartFolders {
  private static final String PREFIX = "helium-chart-";
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Path parent;
  private final InstantSource clock;

  ChartFolders(Path parent, InstantSource clock) {
    this.parent = parent;
    this.clock = clock;
  }

  /** For this user alone. */
  Path open() throws IOException {
    Instant stale = clock.instant().minus(LONGEST);
    for (Path folder : folders()) {
      if (Files.isWritable(folder)
          && Files.getLastModifiedTime(folder).toInstant().isBefore(stale)) {
        remove(folder);
      }
    }
    return Files.createTempDirectory(parent, PREFIX);
  }

  void close(Path folder) {
    try {
      remove(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException("a folder of a chart stays behind", failure);
    }
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(parent)) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
          .filter(Files::isDirectory)
          .toList();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
