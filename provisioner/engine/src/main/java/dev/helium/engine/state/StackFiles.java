package dev.helium.engine.state;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** File names in the folders of stacks. */
final class StackFiles {
  static final String JSON = ".json";
  static final String GZIP = ".gz";
  static final String ZSTD = ".zst";
  static final String BACKUP = ".bak";

  private static final int ATTEMPTS = 10;

  private StackFiles() {}

  /** The names of the stacks with a file in the folder, each once, in order. */
  static List<String> names(Path folder) {
    return list(folder, Files::isRegularFile)
        .map(name -> withoutEnd(withoutEnd(name, GZIP), ZSTD))
        .filter(name -> name.endsWith(JSON))
        .map(name -> withoutEnd(name, JSON))
        .filter(StackReference::isName)
        .distinct()
        .sorted()
        .toList();
  }

  /** The names of the folders in the folder that can be projects, in order. */
  static List<String> folders(Path folder) {
    return list(folder, Files::isDirectory).filter(StackReference::isName).sorted().toList();
  }

  /** Removes a file or a folder if it is there, also while others take out of it or put into it. */
  static void delete(Path path) throws IOException {
    for (int attempt = 1; Files.exists(path, LinkOption.NOFOLLOW_LINKS); attempt++) {
      try {
        Files.walkFileTree(path, new Deleting());
      } catch (DirectoryNotEmptyException filled) {
        if (attempt == ATTEMPTS) {
          throw filled;
        }
      }
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      return failure instanceof NoSuchFileException
          ? FileVisitResult.CONTINUE
          : super.visitFileFailed(file, failure);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, IOException failure)
        throws IOException {
      Files.deleteIfExists(visited);
      return FileVisitResult.CONTINUE;
    }
  }

  private static Stream<String> list(Path folder, Predicate<Path> wanted) {
    try (var files = Files.list(folder)) {
      return files.filter(wanted).map(file -> file.getFileName().toString()).toList().stream();
    } catch (NoSuchFileException absent) {
      return Stream.empty();
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "state folder " + folder + " cannot be listed", failure);
    }
  }

  private static String withoutEnd(String name, String end) {
    return name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
  }
}
