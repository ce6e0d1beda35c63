package dev.helium.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the browser is. */
public final class Programs {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private Programs() {}

  /** The one on this process's path; empty when there is none. */
  public static Optional<Path> chromium() {
    return chromium(Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  static Optional<Path> chromium(String path) {
    return NAMES.stream()
        .flatMap(name -> Arrays.stream(folders(path)).map(folder -> Path.of(folder, name)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private static String[] folders(String path) {
    return path.split(Pattern.quote(File.pathSeparator), -1);
  }
}
