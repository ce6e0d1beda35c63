package dev.helium.engine.state;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The highest number seen of each scope, as the name of an empty file in the scope's folder. A name
 * is made in one step and none is changed, so processes that record at the same time, or late,
 * cannot lower what others recorded.
 */
final class FenceRecord {
  /**
   * So many lower numbers stay. A listing that goes on while owners change can miss a name that
   * comes and one that goes; to miss all, the owner would have to change that often during one.
   */
  private static final int KEPT = 16;

  private final Path folder;

  FenceRecord(Path folder) {
    this.folder = folder;
  }

  /** The highest number recorded of a scope, zero when there is none. */
  long highest(String scope) throws IOException {
    return numbers(scope).stream().findFirst().orElse(0L);
  }

  /** Records a number. */
  void add(Fence fence) throws IOException {
    var known = numbers(fence.scope());
    if (known.contains(fence.number())) {
      return;
    }
    var place = Files.createDirectories(folder.resolve(fence.scope()));
    try {
      Files.createFile(place.resolve(Long.toString(fence.number())));
    } catch (FileAlreadyExistsException another) {
      return;
    }
    for (var old : known.stream().filter(number -> number < fence.number()).skip(KEPT).toList()) {
      Files.deleteIfExists(place.resolve(Long.toString(old)));
    }
  }

  /** From the highest down. */
  private List<Long> numbers(String scope) throws IOException {
    try (var files = Files.list(folder.resolve(scope))) {
      return files
          .flatMap(file -> Fence.number(file.getFileName().toString()).stream())
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }
}
