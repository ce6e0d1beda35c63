package dev.helium.backends.helm.source;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A chart on the disk.
 *
 * @param path an archive or a folder
 * @param pin for the next time
 */
public record ChartFile(Path path, ChartPin pin) {
  public ChartFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(pin, "pin");
  }
}
