package dev.helium.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitTest {
  private static final long LIMIT_SECONDS = 60;

  @TempDir Path project;

  private Path code;
  private Path result;

  @BeforeEach
  void commit() throws Exception {
    code = Files.writeString(project.resolve("Code.java"), "one");
    result =
        Files.writeString(
            Files.createDirectories(project.resolve("bench")).resolve("result.json"), "{}");
    git("init", "--quiet");
    git("add", ".");
    git(
        "-c",
        "user.name=Ada",
        "-c",
        "user.email=ada@example.org",
        "-c",
        "commit.gpgsign=false",
        "commit",
        "--quiet",
        "--message=One");
  }

  @Test
  void isTheNameOfWhatIsMeasured() throws Exception {
    assertThat(commitHere()).matches("[0-9a-f]{12}");
    assertThat(Commit.isChanged(commitHere())).isFalse();
  }

  @Test
  void hasAMarkWhenSomethingHasChangedSince() throws Exception {
    // given
    Files.writeString(code, "another");
    // then
    assertThat(commitHere()).matches("[0-9a-f]{12}-dirty");
    assertThat(Commit.isChanged(commitHere())).isTrue();
  }

  @Test
  void hasNoneWhenOnlyAnotherResultWasKeptSince() throws Exception {
    // given
    Files.writeString(result, "{\"rows\": {}}");
    // then
    assertThat(commitHere()).matches("[0-9a-f]{12}");
  }

  private String commitHere() throws InterruptedException {
    return Commit.of(project, List.of(result));
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile()).inheritIO();
    // Of a repository that somebody commits to while this runs.
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    Process git = builder.start();
    assertThat(git.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(git.exitValue()).isZero();
  }
}
