package dev.helium.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Which commit is measured. */
final class Commit {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int LARGEST = 200;

  private Commit() {}

  /** With a mark when something has changed since; {@code unknown} where git does not tell. */
  static String of(Path project) throws InterruptedException {
    try {
      Process git =
          new ProcessBuilder(List.of("git", "describe", "--always", "--abbrev=12", "--dirty"))
              .directory(project.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        if (!git.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || git.exitValue() != 0) {
          return "unknown";
        }
        return new String(git.getInputStream().readNBytes(LARGEST), StandardCharsets.UTF_8).strip();
      } finally {
        git.destroy();
      }
    } catch (IOException noGit) {
      return "unknown";
    }
  }
}
