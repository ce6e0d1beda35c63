package dev.helium.deletion.stacks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stacks below a provisioner's state directory, in the layout that the Pulumi command line has
 * for states in files.
 */
public record StackFiles(Path directory) {
  private static final String STATE = "state";
  private static final String STACKS = ".pulumi/stacks/helium";
  private static final List<String> ENDINGS = List.of(".json", ".json.gz");
  private static final int MOST = 100_000;

  /**
   * The names of stacks that have a state, at most {@value #MOST}. Blocks.
   *
   * @throws IOException when there is no such directory, or it cannot be read
   */
  public Set<String> names() throws IOException {
    Path stacks = directory.resolve(STATE).resolve(STACKS);
    if (!Files.exists(stacks)) {
      // Before the first stack there is only the folder above.
      if (!Files.isDirectory(directory.resolve(STATE))) {
        throw new NoSuchFileException(STATE);
      }
      return Set.of();
    }
    try (Stream<Path> files = Files.list(stacks)) {
      return files
          .map(file -> file.getFileName().toString())
          .flatMap(StackFiles::stack)
          .limit(MOST)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** Backups and what is just being written end otherwise. */
  private static Stream<String> stack(String file) {
    return ENDINGS.stream()
        .filter(file::endsWith)
        .map(ending -> file.substring(0, file.length() - ending.length()))
        .filter(name -> !name.isEmpty());
  }
}
