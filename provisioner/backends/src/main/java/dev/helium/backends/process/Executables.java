package dev.helium.backends.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Where commands are. */
public final class Executables {
  private Executables() {}

  /**
   * The first of that name.
   *
   * @param path folders, as the variable {@code PATH} has them
   */
  public static Optional<Path> find(String name, String path) {
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> candidate(folder, name))
        .flatMap(Optional::stream)
        .filter(Files::isRegularFile)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> candidate(String folder, String name) {
    try {
      return Optional.of(Path.of(folder, name).toAbsolutePath());
    } catch (InvalidPathException noFolder) {
      return Optional.empty();
    }
  }
}
