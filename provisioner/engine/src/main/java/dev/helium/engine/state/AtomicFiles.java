package dev.helium.engine.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;

/** Files that are either whole and old or whole and new, whenever the process dies. */
public final class AtomicFiles {
  private AtomicFiles() {}

  /** Replaces the file, making its folder when needed. Only its owner can read it. */
  public static void write(Path file, byte[] content) throws IOException {
    var folder = file.getParent();
    Files.createDirectories(folder);
    // The suffix keeps every reader of the folder from taking it for a stack.
    var temporary = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.write(createPrivate(temporary), content);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** The file's content, empty when there is no such file. */
  public static Optional<byte[]> read(Path file, long maximumBytes) throws IOException {
    try {
      var size = Files.size(file);
      if (size > maximumBytes) {
        throw new IOException(file + " is larger than " + maximumBytes + " bytes");
      }
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  private static Path createPrivate(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : Files.createFile(file);
  }
}
