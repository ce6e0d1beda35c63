package dev.helium.engine.state;

import java.io.IOException;
import java.nio.file.Path;

/** Changes of a run without a fence: what is written is prepared beside the file it replaces. */
final class DirectChanges implements FileChanges {
  @Override
  public void write(Path file, byte[] content) throws IOException {
    AtomicFiles.write(file, content);
  }

  @Override
  public void writeDurably(Path file, byte[] content) throws IOException {
    AtomicFiles.writeDurably(file, content);
  }

  @Override
  public void copy(Path from, Path to) throws IOException {
    AtomicFiles.copy(from, to);
  }

  @Override
  public void remove(Path path) throws IOException {
    StackFiles.delete(path);
  }

  @Override
  public void require() {
    // Nobody takes over from a live process that has no fence.
  }
}
