package dev.helium.engine.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Changes of a run with a fence: every one is a rename out of the folder of its lock or into it, so
 * none comes into effect once the lock is taken over. It fails then.
 */
final class FencedChanges implements FileChanges {
  private final LockFolder folder;

  FencedChanges(LockFolder folder) {
    this.folder = folder;
  }

  private interface Filling {
    void fill(Path prepared) throws IOException;
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    put(file, prepared -> AtomicFiles.fill(prepared, content, false));
  }

  @Override
  public void writeDurably(Path file, byte[] content) throws IOException {
    put(file, prepared -> AtomicFiles.fill(prepared, content, true));
  }

  @Override
  public void copy(Path from, Path to) throws IOException {
    put(to, prepared -> AtomicFiles.link(from, prepared));
  }

  @Override
  public void remove(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    var removed = folder.next();
    try {
      AtomicFiles.move(path, removed);
      StackFiles.delete(removed);
    } catch (NoSuchFileException absent) {
      require();
    }
  }

  @Override
  public void require() {
    if (!folder.isThere()) {
      throw folder.lost(null);
    }
  }

  private void put(Path file, Filling filling) throws IOException {
    var prepared = folder.next();
    try {
      filling.fill(prepared);
      place(prepared, file);
    } catch (IOException failure) {
      throw ifHeld(failure);
    } finally {
      Files.deleteIfExists(prepared);
    }
  }

  private void place(Path prepared, Path file) throws IOException {
    try {
      AtomicFiles.move(prepared, file);
    } catch (NoSuchFileException absent) {
      makeFolder(file.getParent());
      AtomicFiles.move(prepared, file);
    }
  }

  /** A folder comes by a rename too: the new owner may have removed it. */
  private void makeFolder(Path wanted) throws IOException {
    if (Files.isDirectory(wanted)) {
      return;
    }
    makeFolder(wanted.getParent());
    var prepared = Files.createDirectory(folder.next());
    try {
      AtomicFiles.move(prepared, wanted);
    } catch (IOException failure) {
      Files.deleteIfExists(prepared);
      if (!Files.isDirectory(wanted)) {
        throw failure;
      }
    }
  }

  /** Whatever fails without the folder fails for that reason. */
  private IOException ifHeld(IOException failure) {
    if (!folder.isThere()) {
      throw folder.lost(failure);
    }
    return failure;
  }
}
