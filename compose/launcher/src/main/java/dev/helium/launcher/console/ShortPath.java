package dev.helium.launcher.console;

import java.nio.file.Path;

/** Paths for people, who know where they are. */
public final class ShortPath {
  private ShortPath() {}

  /** As short as it can be told from here. */
  public static String of(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
  }
}
