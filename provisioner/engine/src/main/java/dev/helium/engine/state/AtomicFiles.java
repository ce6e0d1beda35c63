package dev.helium.engine.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;

/** Files that are either whole and old or whole and new, whenever the process dies. */
public final class AtomicFiles {
  private AtomicFiles() {}

  /** Replaces the file, making its folder when needed. Only its owner can read it. */
  public static void write(Path file, byte[] content) throws IOException {
    replace(file, content, false);
  }

  /** The same, returning only when the content is on the disk: a power failure cannot empty it. */
  static void writeDurably(Path file, byte[] content) throws IOException {
    replace(file, content, true);
  }

  /** Makes the file, whole, unless there is one; whether it did. Only its owner can read it. */
  static boolean create(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    var temporary = temporary(file);
    try {
      fill(temporary, content, false);
      return moveUnlessThere(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Makes a file that has the content of another one, at once, replacing what is there. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    var temporary = temporary(to);
    try {
      link(from, temporary);
      move(temporary, to);
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

  private static void replace(Path file, byte[] content, boolean durably) throws IOException {
    Files.createDirectories(file.getParent());
    var temporary = temporary(file);
    try {
      fill(temporary, content, durably);
      move(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Makes a file that only its owner can read; it is not there at once. */
  static void fill(Path file, byte[] content, boolean durably) throws IOException {
    try (var channel = FileChannel.open(createPrivate(file), StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      if (durably) {
        channel.force(false);
      }
    }
  }

  /** A second name is enough, as files are only ever replaced and never changed. */
  static void link(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | FileSystemException unsupported) {
      if (!Files.exists(from)) {
        throw new NoSuchFileException(from.toString());
      }
      Files.copy(from, createPrivate(to), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Renames, replacing what is there: it happens at once or not at all. */
  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean moveUnlessThere(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
      return true;
    } catch (FileAlreadyExistsException present) {
      return false;
    } catch (UnsupportedOperationException | FileSystemException unsupported) {
      // Without links, the later one of two at the same instant stands.
      if (Files.exists(to)) {
        return false;
      }
      move(from, to);
      return true;
    }
  }

  private static Path temporary(Path file) {
    // The suffix keeps every reader of the folder from taking it for a stack.
    return file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  private static Path createPrivate(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : Files.createFile(file);
  }
}
