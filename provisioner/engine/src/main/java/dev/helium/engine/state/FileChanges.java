package dev.helium.engine.state;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** How the files of a stack are changed: each at once, and never in place. */
interface FileChanges {
  /** Replaces the file, making its folder when needed. Only its owner can read it. */
  void write(Path file, byte[] content) throws IOException;

  /** The same, returning only when the content is on the disk: a power failure cannot empty it. */
  void writeDurably(Path file, byte[] content) throws IOException;

  /**
   * Makes a file that has the content of another one, replacing what is there.
   *
   * @throws NoSuchFileException when there is no such other one
   */
  void copy(Path from, Path to) throws IOException;

  /** Removes a file, or a folder with all that is in it, if it is there. */
  void remove(Path path) throws IOException;

  /** Throws when nothing may be changed any more. */
  void require();
}
