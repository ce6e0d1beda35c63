package dev.helium.engine.state;

import dev.helium.engine.EngineException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The forms in which the CLI keeps a state file: as it is, or compressed. */
final class CheckpointForms {
  private static final int GZIP_MAGIC = 0x1f8b;

  private CheckpointForms() {}

  /** The form changed last; the others are leftovers of a change between forms. */
  static Optional<Path> newest(Path plain) {
    Path best = null;
    FileTime bestTime = null;
    for (var suffix : new String[] {"", StackFiles.GZIP, StackFiles.ZSTD}) {
      var candidate = plain.resolveSibling(plain.getFileName() + suffix);
      var time = changed(candidate);
      if (time != null && (bestTime == null || time.compareTo(bestTime) >= 0)) {
        best = candidate;
        bestTime = time;
      }
    }
    return Optional.ofNullable(best);
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException absent) {
      return null;
    }
  }

  /** The text of a state file, at most of this size. */
  static Optional<byte[]> read(Path file, long maximumBytes) throws IOException {
    if (file.getFileName().toString().endsWith(StackFiles.ZSTD)) {
      throw new IOException(
          EngineException.unsupported("a state file compressed with zstd").getMessage());
    }
    var content = AtomicFiles.read(file, maximumBytes);
    return content.isPresent() && isCompressed(content.get())
        ? Optional.of(unpacked(content.get(), maximumBytes))
        : content;
  }

  /** Replaces the state file, keeping what it held as a backup. */
  static void write(
      Path plain, byte[] text, StateSettings settings, FileChanges changes, Supplier<Instant> now)
      throws IOException {
    var file =
        settings.compressed() ? plain.resolveSibling(plain.getFileName() + StackFiles.GZIP) : plain;
    var content = settings.compressed() ? packed(text) : text;
    var before = newest(plain);
    if (before.isPresent()) {
      backUp(before.get(), changes);
    }
    changes.writeDurably(file, content);
    changes.remove(CheckpointFile.attributes(file));
    if (before.isPresent() && !before.get().equals(file)) {
      changes.remove(before.get());
    }
    if (settings.retained()) {
      changes.copy(file, file.resolveSibling(file.getFileName() + "." + nanoseconds(now.get())));
    }
  }

  /** The CLI names copies by the nanosecond at which they are made. */
  static long nanoseconds(Instant time) {
    return Duration.between(Instant.EPOCH, time).toNanos();
  }

  static byte[] packed(byte[] text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(bytes)) {
      packing.write(text);
    }
    return bytes.toByteArray();
  }

  private static void backUp(Path file, FileChanges changes) throws IOException {
    try {
      changes.copy(file, file.resolveSibling(file.getFileName() + StackFiles.BACKUP));
    } catch (NoSuchFileException gone) {
      return;
    }
  }

  private static boolean isCompressed(byte[] content) {
    return content.length > 1 && (((content[0] & 0xff) << 8) | (content[1] & 0xff)) == GZIP_MAGIC;
  }

  private static byte[] unpacked(byte[] content, long maximumBytes) throws IOException {
    try (var unpacking = new GZIPInputStream(new ByteArrayInputStream(content))) {
      var text = unpacking.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maximumBytes + 1));
      if (text.length > maximumBytes) {
        throw new IOException("it is larger than " + maximumBytes + " bytes");
      }
      return text;
    }
  }
}
