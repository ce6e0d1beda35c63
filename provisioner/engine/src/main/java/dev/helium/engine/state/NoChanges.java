package dev.helium.engine.state;

import java.nio.file.Path;

/** What a run with a fence may change without a lock: nothing. Whoever tries has forgotten it. */
final class NoChanges implements FileChanges {
  @Override
  public void write(Path file, byte[] content) {
    require();
  }

  @Override
  public void writeDurably(Path file, byte[] content) {
    require();
  }

  @Override
  public void copy(Path from, Path to) {
    require();
  }

  @Override
  public void remove(Path path) {
    require();
  }

  @Override
  public void require() {
    throw new IllegalStateException("a stack with a fence is changed under its lock only");
  }
}
