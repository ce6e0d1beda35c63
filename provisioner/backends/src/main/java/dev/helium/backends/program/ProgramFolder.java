package dev.helium.backends.program;

import dev.helium.backends.PreparationException;
import dev.helium.backends.PulumiProject;
import dev.helium.backends.process.Folders;
import dev.helium.backends.program.source.CommitPin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The part of a folder of a workspace's owner in which its program is. The settings of the stack
 * stand beside it.
 */
final class ProgramFolder {
  /** Languages whose packages the command line installs only when it is asked to. */
  private static final Set<String> INSTALLED = Set.of("nodejs", "python", "bun");

  private final Path folder;

  ProgramFolder(Path folder) {
    this.folder = folder;
  }

  /** Where the files of the repository are. */
  Path files() {
    return folder.resolve("source");
  }

  /** For {@code git}, while it is at work. */
  Path home() {
    return folder.resolve("git");
  }

  private Path note() {
    return folder.resolve("commit");
  }

  /** Makes room for a program. */
  void clear() throws IOException {
    Files.deleteIfExists(note());
    Folders.remove(files());
    Folders.remove(home());
  }

  /**
   * Makes what was fetched a project that can be run.
   *
   * @param path of the project in the repository
   * @throws PreparationException when there is none
   */
  void adopt(CommitPin pin, String path) throws IOException {
    Folders.remove(files().resolve(".git"));
    Path directory = directory(path);
    String place = path.isEmpty() ? "the repository" : path;
    ProjectFile project =
        ProjectFile.in(directory)
            .orElseThrow(
                () ->
                    PreparationException.refused(
                        place + " has no " + ProjectFile.NAME + " at " + pin.commit()));
    project.write(directory, folder.toRealPath());
    Files.writeString(note(), pin.commit());
  }

  /**
   * The project that was made last.
   *
   * @param path of it in the repository
   */
  PulumiProject project(String path, Duration longest) {
    try {
      Path directory = directory(path);
      String runtime = ProjectFile.in(directory).map(ProjectFile::runtime).orElse("");
      return new PulumiProject(
          directory,
          INSTALLED.contains(runtime),
          longest,
          Map.of("ProgramCommit", Files.readString(note())));
    } catch (IOException missing) {
      throw new UncheckedIOException("a program that was not got ready", missing);
    }
  }

  /** Where it really is: a link may not lead out of the repository. */
  private Path directory(String path) throws IOException {
    Path top = files().toRealPath();
    Path asked = top.resolve(path);
    if (!Files.isDirectory(asked) || !asked.toRealPath().startsWith(top)) {
      throw PreparationException.refused("the repository has no folder " + path);
    }
    return asked.toRealPath();
  }
}
