package dev.helium.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Which commit is measured. */
final class Commit {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int LARGEST = 200;
  private static final int NO_ANSWER = -1;
  private static final String UNKNOWN = "unknown";
  private static final String CHANGED = "-dirty";

  private Commit() {}

  private record Answer(int status, String text) {}

  /**
   * With a mark when something has changed since; {@code unknown} where git does not tell.
   *
   * @param results files in the project whose changes change nothing of what is measured: one run
   *     after the other writes them
   */
  static String of(Path project, List<Path> results) throws InterruptedException {
    try {
      Answer name = git(project, List.of("describe", "--always", "--abbrev=12"));
      if (name.status() != 0) {
        return UNKNOWN;
      }
      List<String> difference = new ArrayList<>(List.of("diff", "--quiet", "HEAD", "--", "."));
      results.forEach(file -> difference.add(":(exclude)" + project.relativize(file)));
      return name.text() + (git(project, difference).status() == 0 ? "" : CHANGED);
    } catch (IOException noGit) {
      return UNKNOWN;
    }
  }

  /** Whether something has changed since, so that nobody else can measure the same. */
  static boolean isChanged(String commit) {
    return commit.endsWith(CHANGED);
  }

  private static Answer git(Path project, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(arguments);
    Process git =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!git.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        return new Answer(NO_ANSWER, "");
      }
      byte[] said = git.getInputStream().readNBytes(LARGEST);
      return new Answer(git.exitValue(), new String(said, StandardCharsets.UTF_8).strip());
    } finally {
      git.destroy();
    }
  }
}
