package dev.helium.backends.program.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real repository in a folder. */
public final class TestRepository {
  private final Path folder;

  /** A new one with nothing in it. */
  public TestRepository(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    git("init", "--quiet", "--initial-branch=main");
  }

  public String address() {
    return "file://" + folder;
  }

  public Path folder() {
    return folder;
  }

  /** Puts a file in, and gives the commit that has it. */
  public String commit(String file, String content) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
    return commit();
  }

  /** Of all that is there. */
  public String commit() throws IOException {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message=more");
    return git("rev-parse", "HEAD").strip();
  }

  /** What {@code git} says. */
  public String git(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(
        List.of(
            "-c",
            "user.name=Ada",
            "-c",
            "user.email=ada@example.com",
            "-c",
            "protocol.file.allow=always",
            "-c",
            "commit.gpgSign=false"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(String.join(" ", words) + ": " + said);
    }
    return said;
  }
}
