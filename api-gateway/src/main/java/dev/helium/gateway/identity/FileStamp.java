package dev.helium.gateway.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What tells one content of a file from the next without reading it.
 *
 * @param modified in milliseconds since 1970
 * @param identity of the file itself, which is another one after a move
 */
record FileStamp(long modified, long size, String identity) {
  /** Of a file that is not there. */
  static final FileStamp NONE = new FileStamp(-1, -1, "");

  /** Blocks. */
  static FileStamp of(Path file) throws IOException {
    try {
      BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(
          facts.lastModifiedTime().toMillis(), facts.size(), String.valueOf(facts.fileKey()));
    } catch (NoSuchFileException none) {
      return NONE;
    }
  }
}
